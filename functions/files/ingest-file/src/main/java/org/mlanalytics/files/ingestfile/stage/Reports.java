package org.mlanalytics.files.ingestfile.stage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.report.ReportHtml;
import org.mlanalytics.files.checking.report.ReportJson;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.LandedObject;

/** Keeps quality reports in a store. */
public final class Reports {

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
}
