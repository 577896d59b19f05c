package org.mlanalytics.files.checking.schema;

import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mlanalytics.files.checking.row.ColumnType;

/**
 * What the rows of a file are like. Written as a JSON document: {@link SchemaReader}, {@link
 * SchemaWriter}, and the published {@code schemas/file-schema-v1.schema.json}.
 *
 * @param name short, for requests and reports
 * @param description for people; may be null
 * @param zone of times that are written without one; null refuses such times
 * @param unknownColumns what becomes of columns that are not named here
 * @param columns in the order of the checked rows
 * @param unique each a list of columns whose values no two rows share; a row with a null in them is
 *     not compared
 * @param codeTables by name; code to label
 * @param rejectAbove null for the limit of the installation
 * @param aggregation null for none
 */
public record FileSchema(
    String name,
    String description,
    ZoneId zone,
    UnknownColumns unknownColumns,
    List<Column> columns,
    List<List<String>> unique,
    Map<String, Map<String, String>> codeTables,
    Threshold rejectAbove,
    Aggregation aggregation) {

  /** The version of the schema document. */
  public static final int VERSION = 1;

  /**
   * @throws IllegalArgumentException when a name is used twice, or one is not there; the message
   *     says which
   */
  public FileSchema {
    columns = List.copyOf(columns);
    unique = unique.stream().map(List::copyOf).toList();
    Map<String, Map<String, String>> tables = new LinkedHashMap<>();
    codeTables.forEach(
        (table, codes) ->
            tables.put(table, Collections.unmodifiableMap(new LinkedHashMap<>(codes))));
    codeTables = Collections.unmodifiableMap(tables);
    require(name != null && !name.isBlank(), "a schema has a name");
    require(!columns.isEmpty(), "a schema has columns");
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      require(names.add(column.name()), "two columns are called " + column.name());
      column
          .aliases()
          .forEach(alias -> require(names.add(alias), "two columns are called " + alias));
      require(
          column.codes() == null || tables.containsKey(column.codes()),
          column.name() + ": no code table " + column.codes());
    }
    for (List<String> key : unique) {
      require(!key.isEmpty(), "a unique key has columns");
      requireColumns(columns, key);
    }
    if (aggregation != null) {
      requireColumns(columns, aggregation.groupBy());
      requireColumns(columns, List.of(aggregation.value()));
    }
  }

  /** The schema by which rows without a value in a column are put aside. */
  public FileSchema requiring(String column) {
    return new FileSchema(
        name,
        description,
        zone,
        unknownColumns,
        columns.stream().map(c -> c.name().equals(column) ? c.asRequired() : c).toList(),
        unique,
        codeTables,
        rejectAbove,
        aggregation);
  }

  /** The type of each column, in order. */
  public List<ColumnType> types() {
    return columns.stream().map(Column::type).toList();
  }

  /** The place of a column, -1 when there is none of that name. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  private static void requireColumns(List<Column> columns, List<String> names) {
    for (String name : names) {
      require(columns.stream().anyMatch(c -> c.name().equals(name)), "no column " + name);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
