package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.text;

import java.util.List;

/** What {@code sl-survey} and {@code sl-survey-evidence} share. */
public final class SurveyColumns {

  public static final Column SURVEY_SUBMISSION_ID =
      text("surveySubmissionId", "_id of the submission.");

  public static final Column SURVEY_ID = text("surveyId", "surveyId.");

  static final List<Column> ALL = List.of(SURVEY_SUBMISSION_ID, SURVEY_ID);

  private SurveyColumns() {}
}
