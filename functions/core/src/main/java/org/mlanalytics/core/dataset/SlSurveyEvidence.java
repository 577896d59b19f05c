package org.mlanalytics.core.dataset;

import java.util.Collection;
import java.util.stream.Stream;

/** {@code sl-survey-evidence}, which has no columns of its own. */
final class SlSurveyEvidence {

  static final Dataset DATASET =
      new Dataset(
          "sl-survey-evidence",
          "One row for every answer of a completed survey that has files.",
          "sl_survey_evidence.json",
          Stream.of(SubmissionColumns.ALL, EvidenceColumns.ALL, SurveyColumns.ALL)
              .flatMap(Collection::stream)
              .toList(),
          SubmissionColumns.COMPLETED_DATE,
          Granularity.DAY,
          Granularity.NONE);

  private SlSurveyEvidence() {}
}
