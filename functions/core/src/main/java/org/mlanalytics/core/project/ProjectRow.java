package org.mlanalytics.core.project;

import org.mlanalytics.core.dataset.SlProject;
import org.mlanalytics.core.row.RowWriter;

/**
 * What one row does not share with the other rows of its project, apart from the organisation. Two
 * equal ones are the same row.
 *
 * @param task null on a row of project evidence alone
 * @param subTask may be null
 */
record ProjectRow(
    Task task,
    String taskRemarks,
    String taskEvidence,
    SubTask subTask,
    ProjectEvidence projectEvidence) {

  static ProjectRow withoutTask(ProjectEvidence projectEvidence) {
    return new ProjectRow(null, null, null, null, projectEvidence);
  }

  void writeTo(RowWriter row) {
    if (task != null) {
      writeTask(row);
    }
    if (subTask != null) {
      writeSubTask(row);
    }
    row.put(SlProject.PROJECT_EVIDENCE, projectEvidence.evidence())
        .put(SlProject.PROJECT_REMARKS, projectEvidence.remarks());
  }

  private void writeTask(RowWriter row) {
    row.put(SlProject.TASK_ID, task.id())
        .put(SlProject.TASKS, task.name())
        .put(SlProject.TASK_SEQUENCE, task.sequence())
        .put(SlProject.TASK_ASSIGNED_TO, task.assignee())
        .put(SlProject.TASK_START_DATE, task.startDate())
        .put(SlProject.TASK_END_DATE, task.endDate())
        .put(SlProject.TASKS_DATE, task.syncedAt())
        .put(SlProject.TASKS_STATUS, task.status())
        .put(SlProject.TASK_REMARKS, taskRemarks)
        .put(SlProject.TASK_EVIDENCE, taskEvidence)
        .put(SlProject.TASK_EVIDENCE_STATUS, task.hasEvidence() ? "true" : "false");
  }

  private void writeSubTask(RowWriter row) {
    row.put(SlProject.SUB_TASK_ID, subTask.id())
        .put(SlProject.SUB_TASK, subTask.name())
        .put(SlProject.SUB_TASK_STATUS, subTask.status())
        .put(SlProject.SUB_TASK_DATE, subTask.syncedAt())
        .put(SlProject.SUB_TASK_START_DATE, subTask.startDate())
        .put(SlProject.SUB_TASK_END_DATE, subTask.endDate());
  }
}
