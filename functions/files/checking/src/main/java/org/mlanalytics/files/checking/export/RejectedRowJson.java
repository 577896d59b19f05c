package org.mlanalytics.files.checking.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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
    json.writeArrayFieldStart("values");
    for (String value : row.values()) {
      json.writeString(value);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
