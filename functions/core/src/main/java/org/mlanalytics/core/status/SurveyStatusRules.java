package org.mlanalytics.core.status;

import static org.mlanalytics.core.dataset.MlSurveyStatus.APP_NAME;
import static org.mlanalytics.core.dataset.MlSurveyStatus.CREATED_DATE;
import static org.mlanalytics.core.dataset.MlSurveyStatus.PRIVATE_PROGRAM;
import static org.mlanalytics.core.dataset.MlSurveyStatus.PROGRAM_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.MlSurveyStatus.PROGRAM_ID;
import static org.mlanalytics.core.dataset.MlSurveyStatus.PROGRAM_NAME;
import static org.mlanalytics.core.dataset.MlSurveyStatus.SOLUTION_ID;
import static org.mlanalytics.core.dataset.MlSurveyStatus.SOLUTION_NAME;
import static org.mlanalytics.core.dataset.MlSurveyStatus.SUBMISSION_DATE;
import static org.mlanalytics.core.dataset.MlSurveyStatus.SUBMISSION_STATUS;
import static org.mlanalytics.core.dataset.MlSurveyStatus.SURVEY_EXTERNAL_ID;
import static org.mlanalytics.core.dataset.MlSurveyStatus.SURVEY_ID;
import static org.mlanalytics.core.dataset.MlSurveyStatus.SURVEY_NAME;
import static org.mlanalytics.core.dataset.MlSurveyStatus.SURVEY_SUBMISSION_ID;
import static org.mlanalytics.core.dataset.MlSurveyStatus.UPDATED_AT;
import static org.mlanalytics.core.dataset.MlSurveyStatus.USER_ID;
import static org.mlanalytics.core.dataset.MlSurveyStatus.USER_SUB_TYPE;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.time.Instants;

/**
 * Turns a survey submission into rows of {@code ml-survey-status}. Sunbird ML analytics 6.0.0,
 * pyspark_survey_status.
 */
public final class SurveyStatusRules {

  /** The fields of a submission that the rules read. */
  public static final List<String> SOURCE_FIELDS =
      List.of(
          "_id",
          "appInformation",
          "completedDate",
          "createdAt",
          "createdBy",
          "deleted",
          "isAPrivateProgram",
          "programExternalId",
          "programId",
          "solutionExternalId",
          "solutionId",
          "status",
          "surveyId",
          "surveyInformation",
          "updatedAt",
          "userProfile",
          "userRoleInformation");

  private final StatusSettings settings;
  private final Names solutions;
  private final Names programs;

  /**
   * The rules for one installation.
   *
   * @param solutions the solutions of type {@code survey}
   */
  public SurveyStatusRules(StatusSettings settings, Names solutions, Names programs) {
    this.settings = settings;
    this.solutions = solutions;
    this.programs = programs;
  }

  /**
   * Sends the rows of a submission to the sink, all of them or, if it is not sound, none.
   *
   * @return {@code Rows}; {@code Filtered} with {@code private} or {@code deleted}; {@code
   *     Rejected} as MALFORMED
   * @throws IOException as the sink throws it
   */
  public Outcome transform(Value submission, RowSink sink) throws IOException {
    return StatusRules.transform(submission, settings.parentChannel(), this::write, sink);
  }

  private Optional<Outcome> write(Value submission, RowWriter row) {
    String solutionId = submission.get("solutionId").mandatoryText();
    String programId = submission.get("programId").text();
    row.put(SURVEY_SUBMISSION_ID, submission.get("_id").mandatoryText())
        .put(SUBMISSION_STATUS, submission.get("status").mandatoryText())
        .put(UPDATED_AT, Instants.format(submission.get("updatedAt").timestamp()))
        .put(CREATED_DATE, submission.get("createdAt").text())
        .put(SUBMISSION_DATE, submission.get("completedDate").text())
        .put(USER_ID, submission.get("createdBy").text())
        .put(USER_SUB_TYPE, submission.get("userRoleInformation").get("role").text())
        .put(APP_NAME, AppName.of(submission, settings.appName()))
        .put(PRIVATE_PROGRAM, "false")
        .put(PROGRAM_ID, programId)
        .put(PROGRAM_EXTERNAL_ID, submission.get("programExternalId").text())
        .put(PROGRAM_NAME, programs.of(programId))
        .put(SOLUTION_ID, solutionId)
        .put(SOLUTION_NAME, solutions.of(solutionId))
        .put(SURVEY_ID, submission.get("surveyId").text())
        .put(SURVEY_EXTERNAL_ID, submission.get("solutionExternalId").text())
        .put(SURVEY_NAME, submission.get("surveyInformation").get("name").text());
    return Optional.empty();
  }
}
