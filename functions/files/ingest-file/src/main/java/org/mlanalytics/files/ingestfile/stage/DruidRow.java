package org.mlanalytics.files.ingestfile.stage;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mlanalytics.files.checking.export.RowJson;
import org.mlanalytics.files.checking.row.ColumnType;
import org.mlanalytics.files.checking.row.Instants;
import org.mlanalytics.files.checking.row.Row;
import org.mlanalytics.files.checking.schema.Column;
import org.mlanalytics.files.checking.schema.FileSchema;

/**
 * A row as Druid reads it: its columns, and {@code _time}, that of the schema's first column of
 * times or dates, or that of the request where there is none. In names of columns a leading {@code
 * _} and {@code %} are percent-encoded.
 */
final class DruidRow {

  private static final String TIME = "_time";

  private final Column timeColumn;
  private final Instant otherwise;

  /**
   * @param otherwise time of rows that have none
   */
  DruidRow(FileSchema schema, Instant otherwise) {
    this.timeColumn = timeColumn(schema).orElse(null);
    this.otherwise = otherwise;
  }

  /** The column that holds the time of rows: the first of instants or dates. */
  static Optional<Column> timeColumn(FileSchema schema) {
    return schema.columns().stream()
        .filter(c -> c.type() == ColumnType.INSTANT || c.type() == ColumnType.DATE)
        .findFirst();
  }

  /** The schema by which rows without a time are put aside, where it has a column of times. */
  static FileSchema requiringTime(FileSchema schema) {
    return timeColumn(schema).map(time -> schema.requiring(time.name())).orElse(schema);
  }

  /** Writes a row and returns its time. */
  Instant write(Row row, JsonGenerator json) throws IOException {
    Instant time = time(row);
    json.writeStartObject();
    json.writeStringField(TIME, Instants.text(time));
    for (int i = 0; i < row.size(); i++) {
      if (!row.isNull(i)) {
        json.writeFieldName(field(row.names().get(i)));
        RowJson.writeValue(row.value(i), json);
      }
    }
    json.writeEndObject();
    return time;
  }

  private Instant time(Row row) {
    int index = timeColumn == null ? -1 : row.names().indexOf(timeColumn.name());
    Object value = index < 0 || row.isNull(index) ? null : row.value(index);
    if (value instanceof LocalDate date) {
      return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return value instanceof Instant instant ? instant : otherwise;
  }

  private static String field(String column) {
    String safe = column.replace("%", "%25");
    return safe.startsWith("_") ? "%5F" + safe.substring(1) : safe;
  }
}
