package org.mlanalytics.core.submission;

import org.mlanalytics.core.dataset.ObservationColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/** The columns of an observation and its entity, in both of its datasources. */
final class ObservationIds {

  private ObservationIds() {}

  static void write(Value submission, String submissionId, RowWriter row) {
    row.put(ObservationColumns.OBSERVATION_SUBMISSION_ID, submissionId)
        .put(ObservationColumns.OBSERVATION_ID, submission.get("observationId").text())
        .put(ObservationColumns.ENTITY, submission.get("entityId").text())
        .put(ObservationColumns.ENTITY_EXTERNAL_ID, submission.get("entityExternalId").text())
        .put(ObservationColumns.ENTITY_NAME, submission.get("entityInformation").get("name").text())
        .put(ObservationColumns.ENTITY_TYPE, submission.get("entityType").text());
  }
}
