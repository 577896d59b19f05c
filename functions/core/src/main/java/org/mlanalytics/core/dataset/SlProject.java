package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.landed;
import static org.mlanalytics.core.dataset.Column.number;
import static org.mlanalytics.core.dataset.Column.text;

/**
 * The columns of {@code sl-project}: one row for every attachment or child of every task of a
 * project and for every organisation of its user. Sunbird ML analytics 6.0.0,
 * pyspark_project_batch.
 */
public final class SlProject {

  public static final Column PROJECT_ID = text("project_id", "_id of the project.");

  public static final Column PROJECT_CREATED_TYPE =
      text(
          "project_created_type",
          "\"project imported from library\" if the project has a projectTemplateId, else \"user created project\".");

  public static final Column PROJECT_TITLE =
      text(
          "project_title",
          "solutionInformation.name, else title; without newlines and double quotes.");

  public static final Column PROJECT_TITLE_EDITABLE =
      text(
          "project_title_editable",
          "title in single quotes, newlines as blanks, without double quotes.");

  public static final Column PROJECT_GOAL =
      text("project_goal", "metaInformation.goal without newlines and double quotes.");

  public static final Column PROJECT_DURATION =
      text("project_duration", "metaInformation.duration.");

  public static final Column PROJECT_DESCRIPTION =
      text(
          "project_description",
          "description in single quotes, newlines as blanks, without double quotes.");

  public static final Column PROJECT_CREATED_DATE = text("project_created_date", "createdAt.");

  public static final Column PROJECT_UPDATED_DATE =
      text("project_updated_date", "updatedAt; the time column.");

  public static final Column PROJECT_LAST_SYNC = text("project_last_sync", "syncedAt.");

  public static final Column PROJECT_COMPLETED_DATE =
      text(
          "project_completed_date", "updatedAt of a project whose status is submitted, else null.");

  public static final Column PROJECT_DELETED_FLAG =
      text("project_deleted_flag", "Always false: deleted projects give no rows.");

  public static final Column PROJECT_TERMS_AND_CONDITION =
      text("project_terms_and_condition", "hasAcceptedTAndC as text, false if it is missing.");

  public static final Column AREA_OF_IMPROVEMENT =
      text(
          "area_of_improvement",
          "Names of the categories joined by comma and blank, in single quotes; empty if there are none.");

  public static final Column STATUS_OF_PROJECT =
      text("status_of_project", "status: started, inProgress or submitted.");

  public static final Column CREATED_BY = text("createdBy", "userId.");

  public static final Column DESIGNATION = text("designation", "userRoleInformation.role.");

  public static final Column PROGRAM_ID = text("program_id", "programId.");

  public static final Column PROGRAM_EXTERNAL_ID = text("program_externalId", "programExternalId.");

  public static final Column PROGRAM_NAME =
      text("program_name", "programInformation.name without newlines and double quotes.");

  public static final Column PRIVATE_PROGRAM =
      text("private_program", "Always false: projects of private programs give no rows.");

  public static final Column SOLUTION_ID = text("solution_id", "solutionInformation._id.");

  public static final Column CERTIFICATE_ID = text("certificate_id", "certificate.osid.");

  public static final Column CERTIFICATE_STATUS = text("certificate_status", "certificate.status.");

  public static final Column CERTIFICATE_STATUS_CUSTOMISED =
      text(
          "certificate_status_customised",
          "Issued if certificate.eligible is true and there is a certificate.osid, else empty.");

  public static final Column CERTIFICATE_ISSUED_ON =
      text("certificate_issued_on", "certificate.issuedOn.");

  public static final Column CERTIFICATE_TEMPLATE_URL =
      text("certificate_template_url", "certificate.templateUrl.");

  public static final Column TASK_ID = text("task_id", "_id of the task.");

  public static final Column TASKS =
      text("tasks", "name of the task in single quotes, without newlines and double quotes.");

  public static final Column TASK_ASSIGNED_TO =
      text("task_assigned_to", "assignee of the task, empty if it is missing.");

  public static final Column TASK_START_DATE =
      text("task_start_date", "startDate of the task, empty if it is missing.");

  public static final Column TASK_END_DATE =
      text("task_end_date", "endDate of the task, empty if it is missing.");

  public static final Column TASKS_DATE = text("tasks_date", "syncedAt of the task.");

  public static final Column TASKS_STATUS =
      text("tasks_status", "status of the task, empty if it is missing.");

  public static final Column TASK_REMARKS =
      text("task_remarks", "remarks of the task like its name, on its first row only.");

  public static final Column TASK_EVIDENCE =
      text(
          "task_evidence",
          "An attachment of the task: a link's name in single quotes, or the address of a file.");

  public static final Column TASK_EVIDENCE_STATUS =
      text(
          "task_evidence_status",
          "true if the task has attachments, else false; null on rows without a task.");

  public static final Column TASK_DELETED_FLAG =
      text("task_deleted_flag", "Always false: deleted tasks give no rows.");

  public static final Column SUB_TASK_ID =
      text("sub_task_id", "_id of a child of the task that is not deleted.");

  public static final Column SUB_TASK = text("sub_task", "name of the child like the task's name.");

  public static final Column SUB_TASK_STATUS = text("sub_task_status", "status of the child.");

  public static final Column SUB_TASK_DATE = text("sub_task_date", "syncedAt of the child.");

  public static final Column SUB_TASK_START_DATE =
      text("sub_task_start_date", "startDate of the child, empty if it is missing.");

  public static final Column SUB_TASK_END_DATE = text("sub_task_end_date", "endDate of the child.");

  public static final Column SUB_TASK_DELETED_FLAG =
      text("sub_task_deleted_flag", "Always false: deleted children are left out.");

  public static final Column PROJECT_EVIDENCE =
      text(
          "project_evidence",
          "An attachment of the project like a task's, the i-th on the i-th row.");

  public static final Column PROJECT_REMARKS =
      text("project_remarks", "remarks of the project like a task's name, on its first row only.");

  public static final Column TASK_SEQUENCE =
      number("task_sequence", "Position of the task from 1, deleted tasks counted.");

  public static final Column TASK_COUNT = number("task_count", "Distinct task ids of the project.");

  public static final Column TASK_EVIDENCE_COUNT =
      number("task_evidence_count", "Distinct task evidences of the project.");

  public static final Column PROJECT_EVIDENCE_COUNT =
      number("project_evidence_count", "Distinct project evidences of the project.");

  public static final Column EVIDENCE_STATUS =
      landed(
          "evidence_status",
          ColumnType.BOOLEAN,
          "true if the project or a task of it that is not deleted has an attachment.");

  static final Dataset DATASET =
      new Dataset(
          "sl-project",
          "Improvement projects of public programs with their tasks, evidence and organisations.",
          "sl_projects_{scope}.json",
          ProfileColumns.after(
              PROJECT_ID,
              PROJECT_CREATED_TYPE,
              PROJECT_TITLE,
              PROJECT_TITLE_EDITABLE,
              PROJECT_GOAL,
              PROJECT_DURATION,
              PROJECT_DESCRIPTION,
              PROJECT_CREATED_DATE,
              PROJECT_UPDATED_DATE,
              PROJECT_LAST_SYNC,
              PROJECT_COMPLETED_DATE,
              PROJECT_DELETED_FLAG,
              PROJECT_TERMS_AND_CONDITION,
              AREA_OF_IMPROVEMENT,
              STATUS_OF_PROJECT,
              CREATED_BY,
              DESIGNATION,
              PROGRAM_ID,
              PROGRAM_EXTERNAL_ID,
              PROGRAM_NAME,
              PRIVATE_PROGRAM,
              SOLUTION_ID,
              CERTIFICATE_ID,
              CERTIFICATE_STATUS,
              CERTIFICATE_STATUS_CUSTOMISED,
              CERTIFICATE_ISSUED_ON,
              CERTIFICATE_TEMPLATE_URL,
              TASK_ID,
              TASKS,
              TASK_ASSIGNED_TO,
              TASK_START_DATE,
              TASK_END_DATE,
              TASKS_DATE,
              TASKS_STATUS,
              TASK_REMARKS,
              TASK_EVIDENCE,
              TASK_EVIDENCE_STATUS,
              TASK_DELETED_FLAG,
              SUB_TASK_ID,
              SUB_TASK,
              SUB_TASK_STATUS,
              SUB_TASK_DATE,
              SUB_TASK_START_DATE,
              SUB_TASK_END_DATE,
              SUB_TASK_DELETED_FLAG,
              PROJECT_EVIDENCE,
              PROJECT_REMARKS,
              TASK_SEQUENCE,
              TASK_COUNT,
              TASK_EVIDENCE_COUNT,
              PROJECT_EVIDENCE_COUNT,
              EVIDENCE_STATUS),
          PROJECT_UPDATED_DATE,
          Granularity.ALL,
          Granularity.DAY);

  private SlProject() {}
}
