package org.mlanalytics.files.ingestfile.stage;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.mlanalytics.files.checking.QuarantineSink;
import org.mlanalytics.files.checking.RejectedRow;
import org.mlanalytics.files.checking.reason.Reason;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.LandedObject;

/**
 * The object of rows that were put aside: JSON lines, gzip; each with its line in the file, its
 * reasons, and its fields as they were written.
 */
final class Quarantine implements QuarantineSink, AutoCloseable {

  private static final JsonFactory JSON = new JsonFactory();

  private final StoredObject object;
  private final GZIPOutputStream packed;
  private final JsonGenerator json;
  private long rows;

  Quarantine(ObjectStore store, String key) throws IOException {
    this.object = new StoredObject(store, key);
    this.packed = new GZIPOutputStream(object);
    this.json = JSON.createGenerator(packed, JsonEncoding.UTF8);
    json.setRootValueSeparator(null);
    // closing the object before its commit would discard it
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  @Override
  public void accept(RejectedRow row) throws IOException {
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
    write("header", row.header());
    write("values", row.values());
    json.writeEndObject();
    json.writeRaw('\n');
    rows++;
  }

  LandedObject commit() throws IOException {
    json.close();
    packed.finish();
    return object.commit(rows);
  }

  @Override
  public void close() throws IOException {
    object.close();
  }

  private void write(String field, List<String> texts) throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
