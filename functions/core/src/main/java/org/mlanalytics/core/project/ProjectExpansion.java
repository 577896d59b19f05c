package org.mlanalytics.core.project;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mlanalytics.core.dataset.SlProject;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/**
 * The rows of one project and what is counted over them. Reads {@code tasks}, {@code attachments}
 * and {@code remarks}. Sunbird ML analytics 6.0.0, pyspark_project_batch; unlike there, nothing is
 * overwritten when project evidence is laid onto task rows.
 *
 * <p>A task has as many rows as it has attachments or children, whichever are more, and at least
 * one; the i-th row holds the i-th of both. The i-th project evidence goes onto the i-th row; what
 * is left over gets rows without a task. A project with nothing of all this has one row.
 */
final class ProjectExpansion {

  private final Evidence evidence;
  private final List<ProjectEvidence> projectEvidence;
  private final Set<ProjectRow> rows = new LinkedHashSet<>();
  private final Set<String> taskIds = new HashSet<>();
  private final Set<String> taskEvidences = new HashSet<>();
  private final Set<String> projectEvidences = new HashSet<>();
  private boolean hasEvidence;

  /** Rows before equal ones are dropped: what decides which project evidence is next. */
  private int laid;

  ProjectExpansion(Value project, Evidence evidence) {
    this.evidence = evidence;
    List<String> attachments = evidence.of(project.get("attachments"));
    this.projectEvidence = ProjectEvidence.listOf(attachments, project.get("remarks").text());
    this.hasEvidence = !attachments.isEmpty();
    addAll(projectEvidences, attachments);
    addTasks(project.get("tasks"));
    while (laid < projectEvidence.size() || laid == 0) {
      rows.add(ProjectRow.withoutTask(nextProjectEvidence()));
    }
  }

  /** The rows in order, each of them once. */
  Set<ProjectRow> rows() {
    return rows;
  }

  void writeCounts(RowWriter row) {
    row.put(SlProject.TASK_COUNT, taskIds.size())
        .put(SlProject.TASK_EVIDENCE_COUNT, taskEvidences.size())
        .put(SlProject.PROJECT_EVIDENCE_COUNT, projectEvidences.size())
        .put(SlProject.EVIDENCE_STATUS, hasEvidence);
  }

  private void addTasks(Value tasks) {
    int sequence = 0;
    for (Value task : tasks.elements()) {
      sequence++;
      if (!task.isAbsent() && !Boolean.TRUE.equals(task.get("isDeleted").flag())) {
        addTask(task, sequence);
      }
    }
  }

  private void addTask(Value source, int sequence) {
    List<String> attachments = evidence.of(source.get("attachments"));
    List<SubTask> subTasks = SubTask.listOf(source.get("children"));
    String remarks = Texts.quoted(source.get("remarks").text());
    Task task = Task.of(source, sequence, !attachments.isEmpty());
    int count = Math.max(1, Math.max(attachments.size(), subTasks.size()));
    for (int i = 0; i < count; i++) {
      rows.add(
          new ProjectRow(
              task,
              i == 0 ? remarks : null,
              at(attachments, i),
              at(subTasks, i),
              nextProjectEvidence()));
    }
    addAll(taskIds, Collections.singletonList(task.id()));
    addAll(taskEvidences, attachments);
    hasEvidence |= task.hasEvidence();
  }

  private ProjectEvidence nextProjectEvidence() {
    int next = laid++;
    return next < projectEvidence.size() ? projectEvidence.get(next) : ProjectEvidence.NONE;
  }

  private static <T> T at(List<T> list, int index) {
    return index < list.size() ? list.get(index) : null;
  }

  private static void addAll(Set<String> distinct, List<String> values) {
    for (String value : values) {
      if (value != null) {
        distinct.add(value);
      }
    }
  }
}
