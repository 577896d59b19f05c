package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.text;

/**
 * The columns of {@code ml-survey-status}: one row for every organisation of the respondent of a
 * submission. Sunbird ML analytics 6.0.0, pyspark_survey_status.
 */
public final class MlSurveyStatus {

  public static final Column SURVEY_SUBMISSION_ID =
      text("survey_submission_id", "_id of the submission.");

  public static final Column SUBMISSION_STATUS =
      text("submission_status", "status: started, inprogress or completed.");

  public static final Column UPDATED_AT = text("updatedAt", "updatedAt; the time column.");

  public static final Column CREATED_DATE = text("created_date", "createdAt.");

  public static final Column SUBMISSION_DATE = text("submission_date", "completedDate.");

  public static final Column USER_ID = text("user_id", "createdBy.");

  public static final Column USER_SUB_TYPE = text("user_sub_type", "userRoleInformation.role.");

  public static final Column APP_NAME =
      text("app_name", "appInformation.appName in lower case, else the installation's app name.");

  public static final Column PRIVATE_PROGRAM =
      text("private_program", "Always false: surveys of private programs give no rows.");

  public static final Column PROGRAM_ID = text("program_id", "programId.");

  public static final Column PROGRAM_EXTERNAL_ID = text("program_externalId", "programExternalId.");

  public static final Column PROGRAM_NAME =
      text(
          "program_name",
          "name of the program in the collection of programs, null if it is not there.");

  public static final Column SOLUTION_ID = text("solution_id", "solutionId.");

  public static final Column SOLUTION_NAME =
      text(
          "solution_name",
          "name of the solution in the collection of solutions, null if it is not there.");

  public static final Column SURVEY_ID = text("survey_id", "surveyId.");

  public static final Column SURVEY_EXTERNAL_ID = text("survey_externalId", "solutionExternalId.");

  public static final Column SURVEY_NAME = text("survey_name", "surveyInformation.name.");

  static final Dataset DATASET =
      new Dataset(
          "ml-survey-status",
          "Survey submissions of public programs, one row for each organisation of the respondent.",
          "sl_survey_status.json",
          ProfileColumns.after(
              SURVEY_SUBMISSION_ID,
              SUBMISSION_STATUS,
              UPDATED_AT,
              CREATED_DATE,
              SUBMISSION_DATE,
              USER_ID,
              USER_SUB_TYPE,
              APP_NAME,
              PRIVATE_PROGRAM,
              PROGRAM_ID,
              PROGRAM_EXTERNAL_ID,
              PROGRAM_NAME,
              SOLUTION_ID,
              SOLUTION_NAME,
              SURVEY_ID,
              SURVEY_EXTERNAL_ID,
              SURVEY_NAME),
          UPDATED_AT,
          Granularity.ALL,
          Granularity.DAY);

  private MlSurveyStatus() {}
}
