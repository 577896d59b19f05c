package org.mlanalytics.files.checking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.row.ColumnType;
import org.mlanalytics.files.checking.schema.Column;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.UnknownColumns;

/**
 * Which field of a file holds which column.
 *
 * @param header the names in the file, in its order
 * @param columns of the checked rows: those of the schema, then unknown ones that are kept
 * @param fields for each column the place of its field, -1 when the file does not have it
 * @param missing columns that are not in the file; none of them is required
 * @param unknown names in the file that the schema does not know
 */
record Binding(
    List<String> header,
    List<Column> columns,
    int[] fields,
    List<String> missing,
    List<String> unknown) {

  /**
   * Binds by the names of a header, which differ.
   *
   * @param line of the header
   */
  static Binding of(List<String> header, long line, FileSchema schema) throws FileRefusedException {
    List<Column> columns = new ArrayList<>(schema.columns());
    List<String> unknown =
        header.stream()
            .filter(name -> schema.columns().stream().noneMatch(c -> c.answersTo(name)))
            .toList();
    if (!unknown.isEmpty() && schema.unknownColumns() == UnknownColumns.REJECT) {
      throw new FileRefusedException(ReasonCode.UNKNOWN_COLUMN, line, names(unknown));
    }
    if (schema.unknownColumns() == UnknownColumns.KEEP) {
      unknown.forEach(name -> columns.add(Column.of(name, ColumnType.TEXT)));
    }
    int[] fields = columns.stream().mapToInt(column -> field(column, header)).toArray();
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      if (fields[i] < 0) {
        missing.add(columns.get(i).name());
      }
    }
    List<String> required =
        columns.stream()
            .filter(column -> column.required() && missing.contains(column.name()))
            .map(Column::name)
            .toList();
    if (!required.isEmpty()) {
      throw new FileRefusedException(ReasonCode.MISSING_COLUMN, line, names(required));
    }
    return new Binding(header, columns, fields, missing, unknown);
  }

  /** Binds the columns of a schema to fields in its order. */
  static Binding inOrder(FileSchema schema) {
    int[] fields = new int[schema.columns().size()];
    Arrays.setAll(fields, i -> i);
    List<String> names = schema.columns().stream().map(Column::name).toList();
    return new Binding(names, schema.columns(), fields, List.of(), List.of());
  }

  private static int field(Column column, List<String> header) {
    int own = header.indexOf(column.name());
    if (own >= 0) {
      return own;
    }
    for (String alias : column.aliases()) {
      if (header.contains(alias)) {
        return header.indexOf(alias);
      }
    }
    return -1;
  }

  /** Names for a message: ten of them, each cut. */
  static String names(List<String> names) {
    List<String> cut =
        names.stream()
            .limit(10)
            .map(name -> name.length() > 64 ? name.substring(0, 64) + "…" : name)
            .toList();
    return String.join(", ", cut) + (names.size() > 10 ? ", and " + (names.size() - 10) : "");
  }
}
