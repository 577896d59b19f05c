package org.mlanalytics.files.ingestfile.stage;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.mlanalytics.files.checking.QuarantineSink;
import org.mlanalytics.files.checking.RejectedRow;
import org.mlanalytics.files.checking.export.RejectedRowJson;
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
    RejectedRowJson.writeWithHeader(row, json);
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
}
