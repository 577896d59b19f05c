package org.mlanalytics.bench.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bson.Document;

/** What the driver makes of a project's tasks and evidence: one struct for each row. */
final class TaskRows {

  /** The columns of the struct. An evidence is a link's name, or the path of a file. */
  static final String DDL =
      "array<struct<task_id: string, task_name: string, task_sequence: int, task_assigned_to: string,"
          + " task_start_date: string, task_end_date: string, tasks_status: string,"
          + " tasks_date: string, task_evidence_status: string, remarks: string,"
          + " evidence: string, evidence_type: string, sub_task_id: string, sub_task_name: string,"
          + " sub_task_status: string, sub_task_date: string, sub_task_start_date: string,"
          + " sub_task_end_date: string, project_file: string, project_file_type: string,"
          + " project_remark: string>>";

  private static final int WIDTH = 21;
  private static final int ATTACHMENT = 10;
  private static final int SUB_TASK = 12;
  private static final int PROJECT_ATTACHMENT = 18;
  private static final int PROJECT_REMARK = 20;

  private final List<Object[]> rows = new ArrayList<>();
  private boolean evidence;

  TaskRows(Document project) {
    int sequence = 0;
    for (Document task : Fields.documents(project, "tasks")) {
      sequence++;
      if (!Fields.isDeleted(task)) {
        add(task, sequence);
      }
    }
    addProjectEvidence(project);
  }

  List<Row> rows() {
    return rows.stream().map(RowFactory::create).toList();
  }

  /** Whether the project or a task has an attachment. */
  boolean evidence() {
    return evidence;
  }

  private void add(Document task, int sequence) {
    List<Document> attachments = Fields.documents(task, "attachments");
    List<Document> children =
        Fields.documents(task, "children").stream()
            .filter(child -> !Fields.isDeleted(child))
            .toList();
    evidence |= !attachments.isEmpty();
    for (int i = 0; i < Math.max(1, Math.max(attachments.size(), children.size())); i++) {
      Object[] row = new Object[WIDTH];
      row[0] = Fields.text(task, "_id");
      row[1] = Fields.text(task, "name");
      row[2] = sequence;
      row[3] = Fields.textOrEmpty(task, "assignee");
      row[4] = Fields.textOrEmpty(task, "startDate");
      row[5] = Fields.textOrEmpty(task, "endDate");
      row[6] = Fields.textOrEmpty(task, "status");
      row[7] = Fields.text(task, "syncedAt");
      row[8] = String.valueOf(!attachments.isEmpty());
      row[9] = i == 0 ? Fields.text(task, "remarks") : null;
      if (i < attachments.size()) {
        attach(row, ATTACHMENT, attachments.get(i));
      }
      if (i < children.size()) {
        addChild(row, children.get(i));
      }
      rows.add(row);
    }
  }

  private static void addChild(Object[] row, Document child) {
    row[SUB_TASK] = Fields.text(child, "_id");
    row[SUB_TASK + 1] = Fields.text(child, "name");
    row[SUB_TASK + 2] = Fields.text(child, "status");
    row[SUB_TASK + 3] = Fields.text(child, "syncedAt");
    row[SUB_TASK + 4] = Fields.textOrEmpty(child, "startDate");
    row[SUB_TASK + 5] = Fields.text(child, "endDate");
  }

  private void addProjectEvidence(Document project) {
    List<Document> attachments = Fields.documents(project, "attachments");
    evidence |= !attachments.isEmpty();
    for (int i = 0; i < Math.max(1, attachments.size()); i++) {
      if (i == rows.size()) {
        rows.add(new Object[WIDTH]);
      }
      if (i < attachments.size()) {
        attach(rows.get(i), PROJECT_ATTACHMENT, attachments.get(i));
      }
    }
    rows.get(0)[PROJECT_REMARK] = Fields.text(project, "remarks");
  }

  private static void attach(Object[] row, int at, Document attachment) {
    String type = Fields.text(attachment, "type");
    row[at] = Fields.text(attachment, "link".equals(type) ? "name" : "sourcePath");
    row[at + 1] = type;
  }
}
