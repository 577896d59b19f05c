package org.mlanalytics.files.checking.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.mlanalytics.files.checking.row.Instants;
import org.mlanalytics.files.checking.row.Row;

/**
 * Writes checked rows as JSON objects: nulls are left out, instants are in UTC as {@code
 * 2024-03-01T10:00:01.000Z}, dates as {@code 2024-03-01}. Decimals keep all their digits.
 */
public final class RowJson {

  private RowJson() {}

  /** Writes one row as one object. */
  public static void write(Row row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < row.size(); i++) {
      if (!row.isNull(i)) {
        json.writeFieldName(row.names().get(i));
        value(row, i, json);
      }
    }
    json.writeEndObject();
  }

  /** Writes a value as {@link Row#value} has it. */
  public static void writeValue(Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number.toPlainString());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Instant instant) {
      json.writeString(Instants.text(instant));
    } else {
      json.writeString(value.toString());
    }
  }

  private static void value(Row row, int column, JsonGenerator json) throws IOException {
    switch (row.type(column)) {
      case TEXT -> json.writeString(row.chars(), row.textStart(column), row.textLength(column));
      case INTEGER -> json.writeNumber(row.number(column));
      case DECIMAL -> json.writeNumber(row.decimal(column).toPlainString());
      case BOOLEAN -> json.writeBoolean(row.number(column) != 0);
      case INSTANT -> json.writeString(Instants.text(row.instant(column)));
      case DATE -> json.writeString(LocalDate.ofEpochDay(row.number(column)).toString());
    }
  }
}
