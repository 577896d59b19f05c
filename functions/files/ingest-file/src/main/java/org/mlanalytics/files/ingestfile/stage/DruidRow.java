package org.mlanalytics.files.ingestfile.stage;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

  private final String timeColumn;
  private final Instant otherwise;

  /**
   * @param otherwise time of rows that have none
   */
  DruidRow(FileSchema schema, Instant otherwise) {
    this.timeColumn =
        schema.columns().stream()
            .filter(c -> c.type() == ColumnType.INSTANT || c.type() == ColumnType.DATE)
            .map(Column::name)
            .findFirst()
            .orElse(null);
    this.otherwise = otherwise;
  }

  void write(Row row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField(TIME, Instants.text(time(row)));
    for (int i = 0; i < row.size(); i++) {
      if (!row.isNull(i)) {
        json.writeFieldName(field(row.names().get(i)));
        RowJson.writeValue(row.value(i), json);
      }
    }
    json.writeEndObject();
  }

  private Instant time(Row row) {
    int index = timeColumn == null ? -1 : row.names().indexOf(timeColumn);
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
