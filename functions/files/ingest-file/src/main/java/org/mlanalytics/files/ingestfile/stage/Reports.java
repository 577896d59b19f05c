package org.mlanalytics.files.ingestfile.stage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.mlanalytics.files.checking.GroupCounter;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.report.ReportHtml;
import org.mlanalytics.files.checking.report.ReportJson;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.schema.SchemaWriter;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.LandedObject;

/** Keeps what a check has found in a store. */
public final class Reports {

  private static final JsonFactory JSON = new JsonFactory();

  private final ObjectStore store;

  /** Reports in a store. */
  public Reports(ObjectStore store) {
    this.store = store;
  }

  LandedObject json(String key, QualityReport report) throws IOException {
    try (StoredObject object = new StoredObject(store, key)) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      ReportJson.write(report, text);
      text.writeTo(object);
      return object.commit(0);
    }
  }

  /**
   * @param title above the page
   */
  LandedObject html(String key, QualityReport report, String title) throws IOException {
    try (StoredObject object = new StoredObject(store, key)) {
      StringWriter text = new StringWriter();
      ReportHtml.write(report, title, text);
      object.write(text.toString().getBytes(StandardCharsets.UTF_8));
      return object.commit(0);
    }
  }

  LandedObject schema(String key, FileSchema schema) throws IOException {
    try (StoredObject object = new StoredObject(store, key)) {
      object.write(SchemaWriter.write(schema).getBytes(StandardCharsets.UTF_8));
      return object.commit(0);
    }
  }

  LandedObject groups(String key, GroupCounter groups) throws IOException {
    try (StoredObject object = new StoredObject(store, key)) {
      JsonGenerator json = JSON.createGenerator(object);
      // closing the object before its commit would discard it
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeArrayFieldStart("groups");
      for (GroupCounter.Counted group : groups.groups()) {
        groups.write(group, json);
      }
      json.writeEndArray();
      json.writeNumberField("rowsLeftOut", groups.leftOut());
      json.writeEndObject();
      json.close();
      return object.commit(0);
    }
  }
}
