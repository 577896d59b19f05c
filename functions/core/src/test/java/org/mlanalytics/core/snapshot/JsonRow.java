package org.mlanalytics.core.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.mlanalytics.core.dataset.Column;

/** A landed row as the tests hold it. */
record JsonRow(JsonNode json) implements LandedRow {

  @Override
  public String text(Column column) {
    return text(json, column.name());
  }

  @Override
  public List<Theme> themes() {
    return list(json.path("themes")).stream()
        .map(
            theme ->
                new Theme(
                    text(theme, "name"),
                    text(theme, "externalId"),
                    text(theme, "pointsBasedLevel"),
                    list(theme.path("criteria")).stream()
                        .map(criterion -> text(criterion, "criteriaId"))
                        .toList()))
        .toList();
  }

  @Override
  public List<Criterion> criteria() {
    return list(json.path("criteria")).stream()
        .map(
            c ->
                new Criterion(
                    text(c, "_id"), text(c, "parentCriteriaId"), text(c, "name"), text(c, "score")))
        .toList();
  }

  private static String text(JsonNode object, String field) {
    return object.hasNonNull(field) ? object.get(field).asText() : null;
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
