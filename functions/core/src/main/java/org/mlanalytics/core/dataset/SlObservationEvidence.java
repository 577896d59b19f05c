package org.mlanalytics.core.dataset;

import java.util.Collection;
import java.util.stream.Stream;

/** {@code sl-observation-evidence}, which has no columns of its own. */
final class SlObservationEvidence {

  static final Dataset DATASET =
      new Dataset(
          "sl-observation-evidence",
          "One row for every answer of a completed observation that has files.",
          "sl_observation_evidence.json",
          Stream.of(SubmissionColumns.ALL, EvidenceColumns.ALL, ObservationColumns.ALL)
              .flatMap(Collection::stream)
              .toList(),
          SubmissionColumns.COMPLETED_DATE,
          Granularity.DAY,
          Granularity.NONE);

  private SlObservationEvidence() {}
}
