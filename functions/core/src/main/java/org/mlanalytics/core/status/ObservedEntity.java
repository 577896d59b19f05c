package org.mlanalytics.core.status;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.SlObservationStatus;
import org.mlanalytics.core.profile.LocationType;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/**
 * The observed entity and the places that it lies in. Sunbird ML analytics 6.0.0,
 * pyspark_observation_status_batch.
 */
final class ObservedEntity {

  private static final Map<LocationType, Columns> COLUMNS = new EnumMap<>(LocationType.class);

  static {
    COLUMNS.put(
        LocationType.STATE,
        new Columns(
            SlObservationStatus.OBSERVED_STATE_NAME,
            SlObservationStatus.OBSERVED_STATE_ID,
            SlObservationStatus.OBSERVED_STATE_CODE));
    COLUMNS.put(
        LocationType.DISTRICT,
        new Columns(
            SlObservationStatus.OBSERVED_DISTRICT_NAME,
            SlObservationStatus.OBSERVED_DISTRICT_ID,
            SlObservationStatus.OBSERVED_DISTRICT_CODE));
    COLUMNS.put(
        LocationType.BLOCK,
        new Columns(
            SlObservationStatus.OBSERVED_BLOCK_NAME,
            SlObservationStatus.OBSERVED_BLOCK_ID,
            SlObservationStatus.OBSERVED_BLOCK_CODE));
    COLUMNS.put(
        LocationType.CLUSTER,
        new Columns(
            SlObservationStatus.OBSERVED_CLUSTER_NAME,
            SlObservationStatus.OBSERVED_CLUSTER_ID,
            SlObservationStatus.OBSERVED_CLUSTER_CODE));
    COLUMNS.put(
        LocationType.SCHOOL,
        new Columns(
            SlObservationStatus.OBSERVED_SCHOOL_NAME,
            SlObservationStatus.OBSERVED_SCHOOL_ID,
            SlObservationStatus.OBSERVED_SCHOOL_CODE));
  }

  private ObservedEntity() {}

  /**
   * The entity itself at its own level, then every entry of the hierarchy at its level: an entry of
   * the own level overwrites it, by null too. Other levels have no columns.
   */
  static void write(Value submission, RowWriter row) {
    Value entity = submission.get("entityInformation");
    Map<LocationType, Place> places = new EnumMap<>(LocationType.class);
    Optional<LocationType> own = LocationType.named(submission.get("entityType").text());
    own.ifPresent(type -> places.put(type, own(entity)));
    for (Value entry : entity.get("hierarchy").elements()) {
      LocationType.named(entry.get("type").text())
          .ifPresent(type -> places.put(type, entry(entry)));
    }
    places.forEach((type, place) -> COLUMNS.get(type).write(place, row));
  }

  private static Place own(Value entity) {
    Value registry = entity.get("registryDetails");
    String id = registry.get("locationId").text();
    String code = registry.get("code").text();
    boolean registered = !registry.isAbsent();
    return new Place(
        entity.get("name").text(),
        registered ? id : Texts.orEmpty(id),
        registered ? code : Texts.orEmpty(code));
  }

  private static Place entry(Value entry) {
    return new Place(entry.get("name").text(), entry.get("id").text(), entry.get("code").text());
  }

  private record Place(String name, String id, String code) {}

  private record Columns(Column name, Column id, Column code) {
    void write(Place place, RowWriter row) {
      row.put(name, place.name()).put(id, place.id()).put(code, place.code());
    }
  }
}
