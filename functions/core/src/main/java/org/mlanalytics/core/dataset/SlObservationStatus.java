package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.landed;
import static org.mlanalytics.core.dataset.Column.text;

/**
 * The columns of {@code sl-observation-status}: one row for every organisation of the observer of a
 * submission. Sunbird ML analytics 6.0.0, pyspark_observation_status_batch.
 */
public final class SlObservationStatus {

  public static final Column SUBMISSION_ID = text("submission_id", "_id of the submission.");

  public static final Column STATUS =
      text("status", "status: started, inprogress, ratingPending or completed.");

  public static final Column UPDATED_AT = text("updatedAt", "updatedAt; the time column.");

  public static final Column COMPLETED_DATE = text("completedDate", "completedDate.");

  public static final Column USER_ID = text("user_id", "createdBy.");

  public static final Column ROLE_TITLE = text("role_title", "userRoleInformation.role.");

  public static final Column APP_NAME =
      text("app_name", "appInformation.appName in lower case, else the installation's app name.");

  public static final Column PRIVATE_PROGRAM =
      text("private_program", "Always false: observations of private programs give no rows.");

  public static final Column PROGRAM_ID = text("program_id", "programId.");

  public static final Column PROGRAM_EXTERNAL_ID = text("program_externalId", "programExternalId.");

  public static final Column PROGRAM_NAME =
      text("program_name", "name of the program in the collection of programs.");

  public static final Column SOLUTION_ID = text("solution_id", "solutionId.");

  public static final Column SOLUTION_EXTERNAL_ID =
      text("solution_externalId", "solutionExternalId.");

  public static final Column SOLUTION_NAME =
      text("solution_name", "name of the solution in the collection of solutions.");

  public static final Column SOLUTION_TYPE =
      text(
          "solution_type",
          "observation_with_rubric if isRubricDriven and criteriaLevelReport are true, observation_with_rubric_no_criteria_level_report if only the first is and the other is false, else observation_with_out_rubric.");

  public static final Column IS_RUBRIC_DRIVEN =
      text("isRubricDriven", "isRubricDriven as text, null if it is missing.");

  public static final Column CRITERIA_LEVEL_REPORT =
      text("criteriaLevelReport", "criteriaLevelReport as text, null if it is missing.");

  public static final Column ENTITY_ID = text("entity_id", "entityId.");

  public static final Column ENTITY_EXTERNAL_ID = text("entity_externalId", "entityExternalId.");

  public static final Column ENTITY_TYPE = text("entity_type", "entityType.");

  public static final Column ENTITY_NAME = text("entity_name", "entityInformation.name.");

  public static final Column ECM_MARKED_NA =
      text(
          "ecm_marked_na",
          "Names of the evidence methods that are marked as not applicable, each followed by a semicolon; null without a list of methods.");

  public static final Column OBSERVED_STATE_NAME =
      text(
          "observed_state_name",
          "name of the state that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_STATE_ID =
      text(
          "observed_state_id",
          "id of the state that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_STATE_CODE =
      text(
          "observed_state_code",
          "code of the state that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_DISTRICT_NAME =
      text(
          "observed_district_name",
          "name of the district that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_DISTRICT_ID =
      text(
          "observed_district_id",
          "id of the district that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_DISTRICT_CODE =
      text(
          "observed_district_code",
          "code of the district that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_BLOCK_NAME =
      text(
          "observed_block_name",
          "name of the block that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_BLOCK_ID =
      text(
          "observed_block_id",
          "id of the block that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_BLOCK_CODE =
      text(
          "observed_block_code",
          "code of the block that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_CLUSTER_NAME =
      text(
          "observed_cluster_name",
          "name of the cluster that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_CLUSTER_ID =
      text(
          "observed_cluster_id",
          "id of the cluster that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_CLUSTER_CODE =
      text(
          "observed_cluster_code",
          "code of the cluster that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_SCHOOL_NAME =
      text(
          "observed_school_name",
          "name of the school that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_SCHOOL_ID =
      text(
          "observed_school_id",
          "id of the school that is observed or that the observed entity lies in.");

  public static final Column OBSERVED_SCHOOL_CODE =
      text(
          "observed_school_code",
          "code of the school that is observed or that the observed entity lies in.");

  public static final Column THEMES =
      landed(
          "themes",
          ColumnType.LIST,
          "Top-level themes with name, externalId, pointsBasedLevel and the criteriaId of all criteria of the theme and of its descendants.");

  public static final Column CRITERIA =
      landed("criteria", ColumnType.LIST, "Criteria with _id, parentCriteriaId, name and score.");

  static final Dataset DATASET =
      new Dataset(
          "sl-observation-status",
          "Observation submissions of public programs, one row for each organisation of the observer.",
          "sl_observation_status.json",
          ProfileColumns.after(
              SUBMISSION_ID,
              STATUS,
              UPDATED_AT,
              COMPLETED_DATE,
              USER_ID,
              ROLE_TITLE,
              APP_NAME,
              PRIVATE_PROGRAM,
              PROGRAM_ID,
              PROGRAM_EXTERNAL_ID,
              PROGRAM_NAME,
              SOLUTION_ID,
              SOLUTION_EXTERNAL_ID,
              SOLUTION_NAME,
              SOLUTION_TYPE,
              IS_RUBRIC_DRIVEN,
              CRITERIA_LEVEL_REPORT,
              ENTITY_ID,
              ENTITY_EXTERNAL_ID,
              ENTITY_TYPE,
              ENTITY_NAME,
              ECM_MARKED_NA,
              OBSERVED_STATE_NAME,
              OBSERVED_STATE_ID,
              OBSERVED_STATE_CODE,
              OBSERVED_DISTRICT_NAME,
              OBSERVED_DISTRICT_ID,
              OBSERVED_DISTRICT_CODE,
              OBSERVED_BLOCK_NAME,
              OBSERVED_BLOCK_ID,
              OBSERVED_BLOCK_CODE,
              OBSERVED_CLUSTER_NAME,
              OBSERVED_CLUSTER_ID,
              OBSERVED_CLUSTER_CODE,
              OBSERVED_SCHOOL_NAME,
              OBSERVED_SCHOOL_ID,
              OBSERVED_SCHOOL_CODE,
              THEMES,
              CRITERIA),
          UPDATED_AT,
          Granularity.ALL,
          Granularity.DAY);

  private SlObservationStatus() {}
}
