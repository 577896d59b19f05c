package org.mlanalytics.files.checking;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlanalytics.files.checking.export.RowJson;
import org.mlanalytics.files.checking.row.Row;
import org.mlanalytics.files.checking.schema.Aggregation;
import org.mlanalytics.files.checking.schema.FileSchema;

/** Counts the groups that a schema asks for, on the way of good rows to another sink. */
public final class GroupCounter implements RowSink {

  private final Aggregation aggregation;
  private final RowSink next;
  private final int maxGroups;
  private final int[] by;
  private final int value;
  private final Map<List<Object>, Group> groups = new LinkedHashMap<>();
  private long leftOut;

  /**
   * @param schema with an aggregation
   * @param maxGroups rows of further groups are only counted, see {@link #leftOut}
   */
  public GroupCounter(FileSchema schema, int maxGroups, RowSink next) {
    this.aggregation = schema.aggregation();
    this.next = next;
    this.maxGroups = maxGroups;
    this.by = aggregation.groupBy().stream().mapToInt(schema::indexOf).toArray();
    this.value = schema.indexOf(aggregation.value());
  }

  @Override
  public void accept(Row row) throws IOException {
    List<Object> key = new ArrayList<>(by.length);
    for (int column : by) {
      key.add(row.value(column));
    }
    Group group = groups.get(key);
    if (group == null && groups.size() < maxGroups) {
      group = new Group();
      groups.put(key, group);
    }
    if (group == null) {
      leftOut++;
    } else {
      group.add(row, value);
    }
    next.accept(row);
  }

  /** Rows whose group was one too many. */
  public long leftOut() {
    return leftOut;
  }

  /** The groups in the order in which they appeared. */
  public List<Counted> groups() {
    List<Counted> counted = new ArrayList<>(groups.size());
    groups.forEach(
        (key, group) ->
            counted.add(new Counted(key, group.rows, group.measured, group.min(), group.max())));
    return counted;
  }

  /** Writes a group as an object: the columns of its key, rows, measured, min, max. */
  public void write(Counted group, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < by.length; i++) {
      if (group.key().get(i) != null) {
        json.writeStringField(aggregation.groupBy().get(i), group.key().get(i).toString());
      }
    }
    json.writeNumberField("rows", group.rows());
    json.writeNumberField("measured", group.measured());
    if (group.measured() > 0) {
      json.writeFieldName("min");
      RowJson.writeValue(group.min(), json);
      json.writeFieldName("max");
      RowJson.writeValue(group.max(), json);
    }
    json.writeEndObject();
  }

  /**
   * One group.
   *
   * @param key the values of the columns that it is grouped by; null where they have none
   * @param rows in the group
   * @param measured rows with a value, that is neither empty nor a sentinel
   * @param min the smallest value; null without one
   * @param max the largest value; null without one
   */
  public record Counted(List<Object> key, long rows, long measured, Object min, Object max) {}

  private static final class Group {

    private long rows;
    private long measured;
    private Row least;
    private Row most;

    void add(Row row, int column) {
      rows++;
      if (row.isNull(column)) {
        return;
      }
      if (measured++ == 0) {
        least = new Row(List.of("min"), List.of(row.type(column)));
        most = new Row(List.of("max"), List.of(row.type(column)));
        least.set(0, row, column, Integer.MAX_VALUE);
        most.set(0, row, column, Integer.MAX_VALUE);
      } else if (row.compare(column, least, 0) < 0) {
        least.set(0, row, column, Integer.MAX_VALUE);
      } else if (row.compare(column, most, 0) > 0) {
        most.set(0, row, column, Integer.MAX_VALUE);
      }
    }

    Object min() {
      return least == null ? null : least.value(0);
    }

    Object max() {
      return most == null ? null : most.value(0);
    }
  }
}
