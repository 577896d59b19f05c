package org.mlanalytics.core.submission;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mlanalytics.core.dataset.SlObservation;
import org.mlanalytics.core.profile.Location;
import org.mlanalytics.core.profile.LocationType;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/** What was observed and where it lies: columns named after the types of these places. */
final class EntityColumns {

  private final Map<String, Location> places = new LinkedHashMap<>();

  /**
   * Reads the entity itself, then its hierarchy. An entry of a type that is there already replaces
   * all of it, by null too.
   */
  EntityColumns(Value submission) {
    Value information = submission.get("entityInformation");
    add(
        submission.get("entityType").text(),
        submission.get("entityId").text(),
        information.get("name").text(),
        information.get("externalId").text());
    for (Value entry : information.get("hierarchy").elements()) {
      add(
          entry.get("type").text(),
          entry.get("id").text(),
          entry.get("name").text(),
          entry.get("code").text());
    }
  }

  private void add(String type, String id, String name, String externalId) {
    if (Texts.isPresent(type)) {
      places.put(type, new Location(id, name, externalId));
    }
  }

  void write(RowWriter row, ExtraKeys extras) {
    places.forEach(
        (type, place) ->
            LocationType.named(type)
                .ifPresentOrElse(
                    known -> write(row, place, known), () -> write(extras, place, type)));
  }

  private static void write(RowWriter row, Location place, LocationType type) {
    row.put(SlObservation.ENTITY_ID.get(type), place.id())
        .put(SlObservation.ENTITY_NAME.get(type), place.name())
        .put(SlObservation.ENTITY_EXTERNAL_ID.get(type), place.code());
  }

  private static void write(ExtraKeys extras, Location place, String type) {
    extras.put(type, place.id());
    extras.put(type + "Name", place.name());
    extras.put(type + "ExternalId", place.code());
  }
}
