package org.mlanalytics.publishing.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.SlObservationStatus;
import org.mlanalytics.core.snapshot.Criterion;
import org.mlanalytics.core.snapshot.LandedRow;
import org.mlanalytics.core.snapshot.Theme;

/**
 * Reads landed rows one after the other, and of each only the columns that somebody asks for.
 * Nothing but the row at hand is in memory.
 */
public final class LandedRows {

  private static final JsonFactory JSON = new JsonFactory();

  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Column, Integer> columns = new HashMap<>();
  private final boolean withThemes;
  private final Row row = new Row();

  /**
   * A reader of any number of objects.
   *
   * @param columns columns that are read
   * @param withThemes whether themes and criteria are read too
   */
  public LandedRows(Set<Column> columns, boolean withThemes) {
    for (Column column : columns) {
      this.columns.put(column, places.size());
      places.put(column.name(), places.size());
    }
    this.withThemes = withThemes;
  }

  /**
   * Hands over every row; a row is valid until the next one.
   *
   * @param lines JSON lines, unpacked; closed at the end
   * @return the number of rows
   * @throws IOException if the lines are not JSON, or as they throw it
   */
  public long read(InputStream lines, Consumer<LandedRow> rows) throws IOException {
    long count = 0;
    try (JsonParser json = JSON.createParser(lines)) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        row.read(json);
        rows.accept(row);
        count++;
      }
    }
    return count;
  }

  private final class Row implements LandedRow {

    private String[] values = {};
    private List<Theme> themes = List.of();
    private List<Criterion> criteria = List.of();

    @Override
    public String text(Column column) {
      Integer place = columns.get(column);
      return place == null ? null : values[place];
    }

    @Override
    public List<Theme> themes() {
      return themes;
    }

    @Override
    public List<Criterion> criteria() {
      return criteria;
    }

    private void read(JsonParser json) throws IOException {
      values = new String[places.size()];
      themes = List.of();
      criteria = List.of();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        Integer place = places.get(name);
        if (place != null) {
          values[place] = json.getText();
        } else if (withThemes && name.equals(SlObservationStatus.THEMES.name())) {
          themes = list(json, () -> new Fields("criteria", "criteriaId"), LandedRows::theme);
        } else if (withThemes && name.equals(SlObservationStatus.CRITERIA.name())) {
          criteria = list(json, () -> new Fields(null, null), LandedRows::criterion);
        } else if (value.isStructStart()) {
          json.skipChildren();
        }
      }
    }
  }

  private static Theme theme(Fields fields) {
    return new Theme(
        fields.texts.get("name"),
        fields.texts.get("externalId"),
        fields.texts.get("pointsBasedLevel"),
        fields.inner);
  }

  private static Criterion criterion(Fields fields) {
    return new Criterion(
        fields.texts.get("_id"),
        fields.texts.get("parentCriteriaId"),
        fields.texts.get("name"),
        fields.texts.get("score"));
  }

  private static <T> List<T> list(JsonParser json, Supplier<Fields> empty, Function<Fields, T> made)
      throws IOException {
    List<T> list = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Fields fields = empty.get();
      fields.read(json);
      list.add(made.apply(fields));
    }
    return list;
  }

  /** The texts of an object, and one text of each object of one list inside. */
  private static final class Fields {

    private final String listName;
    private final String innerName;
    private final Map<String, String> texts = new HashMap<>();
    private List<String> inner = List.of();

    Fields(String listName, String innerName) {
      this.listName = listName;
      this.innerName = innerName;
    }

    private void read(JsonParser json) throws IOException {
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (name.equals(listName)) {
          inner = list(json, () -> new Fields(null, null), fields -> fields.texts.get(innerName));
        } else if (value.isStructStart()) {
          json.skipChildren();
        } else {
          texts.put(name, json.getText());
        }
      }
    }
  }
}
