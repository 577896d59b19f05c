package org.mlanalytics.files.checking.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.mlanalytics.files.checking.RejectedRow;
import org.mlanalytics.files.checking.reason.Reason;

/**
 * Writes rows put aside as JSON objects: {@code {"line", "reasons": [{"code", "column", "detail"}],
 * "values": [...]}}, the values as they were in the file.
 */
public final class RejectedRowJson {

  private RejectedRowJson() {}

  /** Writes one row as one object. */
  public static void write(RejectedRow row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    fields(row, json);
    json.writeEndObject();
  }

  /** Writes one row as one object that has the names of the file's columns too, as "header". */
  public static void writeWithHeader(RejectedRow row, JsonGenerator json) throws IOException {
    json.writeStartObject();
    fields(row, json);
    texts("header", row.header(), json);
    json.writeEndObject();
  }

  private static void fields(RejectedRow row, JsonGenerator json) throws IOException {
    json.writeNumberField("line", row.line());
    json.writeArrayFieldStart("reasons");
    for (Reason reason : row.reasons()) {
      json.writeStartObject();
      json.writeStringField("code", reason.code().code());
      if (reason.column() != null) {
        json.writeStringField("column", reason.column());
      }
      json.writeStringField("detail", reason.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    texts("values", row.values(), json);
  }

  private static void texts(String field, List<String> texts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
