package org.mlanalytics.core.submission;

import java.util.Objects;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.dataset.SurveyColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/**
 * The files of completed surveys become rows of {@code sl-survey-evidence},
 * py_survey_evidence_streaming.
 */
public final class SurveyEvidence extends SubmissionRules {

  private final SubmissionSettings settings;

  /** The rules for one installation. */
  public SurveyEvidence(SubmissionSettings settings) {
    super(Datasets.SL_SURVEY_EVIDENCE);
    this.settings = Objects.requireNonNull(settings);
  }

  @Override
  SubmissionOutcome.Published publish(Value submission, Lookups lookups) {
    RowWriter row = new RowWriter();
    String id = CommonColumns.submissionId(submission);
    Answers answers = Answers.of(submission);
    CommonColumns.write(submission, answers.files(), settings, row);
    row.put(SurveyColumns.SURVEY_SUBMISSION_ID, id)
        .put(SurveyColumns.SURVEY_ID, submission.get("surveyId").text());
    return new EvidenceRows(row, new RecordKeys(id)).publish(id, answers);
  }
}
