package org.mlanalytics.core.submission;

import java.util.Objects;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/**
 * The files of completed observations become rows of {@code sl-observation-evidence},
 * py_observation_evidence_streaming.
 */
public final class ObservationEvidence extends SubmissionRules {

  private final SubmissionSettings settings;

  /** The rules for one installation. */
  public ObservationEvidence(SubmissionSettings settings) {
    super(Datasets.SL_OBSERVATION_EVIDENCE);
    this.settings = Objects.requireNonNull(settings);
  }

  @Override
  SubmissionOutcome.Published publish(Value submission, Lookups lookups) {
    RowWriter row = new RowWriter();
    String id = CommonColumns.submissionId(submission);
    Answers answers = Answers.of(submission);
    CommonColumns.write(submission, answers.files(), settings, row);
    ObservationIds.write(submission, id, row);
    return new EvidenceRows(row, new RecordKeys(id)).publish(id, answers);
  }
}
