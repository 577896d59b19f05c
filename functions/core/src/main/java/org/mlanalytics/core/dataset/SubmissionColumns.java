package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.scalar;
import static org.mlanalytics.core.dataset.Column.text;

import java.util.List;

/**
 * What the four stream datasources share. Sunbird ML analytics 6.0.0, py_observation_streaming,
 * py_observation_evidence_streaming, py_survey_streaming, py_survey_evidence_streaming.
 */
public final class SubmissionColumns {

  public static final Column RECORD_KEY =
      text(
          "record_key",
          "submission:question:instance:option:organisation, of an evidence row submission:question; a percent sign or colon inside a part is percent-encoded. Repeated rows have the same key.");

  public static final Column COMPLETED_DATE =
      text("completedDate", "completedDate as an instant in UTC; the time column.");

  public static final Column CREATED_BY = text("createdBy", "createdBy: the user.");

  public static final Column APP_NAME =
      text("appName", "appInformation.appName in lower case, else the configured name.");

  public static final Column SOLUTION_ID = text("solutionId", "solutionId.");

  public static final Column SOLUTION_EXTERNAL_ID =
      text("solutionExternalId", "solutionExternalId.");

  public static final Column QUESTION_ID =
      text("questionId", "qid of the answer, else the name under which the answer is stored.");

  public static final Column QUESTION_EXTERNAL_ID =
      text(
          "questionExternalId",
          "externalId of the question; of an evidence row empty if it is missing.");

  public static final Column QUESTION_RESPONSE_TYPE =
      text("questionResponseType", "responseType of the answer.");

  public static final Column EVIDENCE_COUNT =
      scalar(
          "evidence_count", "Number of files of the answer; of a question row null without any.");

  public static final Column TOTAL_EVIDENCES =
      scalar(
          "total_evidences",
          "Number of files of all answers of the submission; those of a matrix are counted by the digests of its questions.");

  static final List<Column> ALL =
      List.of(
          RECORD_KEY,
          COMPLETED_DATE,
          CREATED_BY,
          APP_NAME,
          SOLUTION_ID,
          SOLUTION_EXTERNAL_ID,
          QUESTION_ID,
          QUESTION_EXTERNAL_ID,
          QUESTION_RESPONSE_TYPE,
          EVIDENCE_COUNT,
          TOTAL_EVIDENCES);

  private SubmissionColumns() {}
}
