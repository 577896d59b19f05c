package org.mlanalytics.core.dataset;

import static org.mlanalytics.core.dataset.Column.text;

import java.util.List;

/** What {@code sl-observation} and {@code sl-observation-evidence} share. */
public final class ObservationColumns {

  public static final Column OBSERVATION_SUBMISSION_ID =
      text("observationSubmissionId", "_id of the submission.");

  public static final Column OBSERVATION_ID = text("observationId", "observationId.");

  public static final Column ENTITY = text("entity", "entityId.");

  public static final Column ENTITY_EXTERNAL_ID = text("entityExternalId", "entityExternalId.");

  public static final Column ENTITY_NAME = text("entityName", "entityInformation.name.");

  public static final Column ENTITY_TYPE = text("entityType", "entityType.");

  public static final Column ENTITY_TYPE_ID =
      text("entityTypeId", "Never filled; dashboards know the dimension.");

  static final List<Column> ALL =
      List.of(
          OBSERVATION_SUBMISSION_ID,
          OBSERVATION_ID,
          ENTITY,
          ENTITY_EXTERNAL_ID,
          ENTITY_NAME,
          ENTITY_TYPE,
          ENTITY_TYPE_ID);

  private ObservationColumns() {}
}
