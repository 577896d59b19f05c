package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
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
    return keep(key, ReportJson.write(report));
  }

  LandedObject html(String key, QualityReport report) throws IOException {
    return keep(key, ReportHtml.write(report));
  }

  private LandedObject keep(String key, String text) throws IOException {
    try (StoredObject object = new StoredObject(store, key)) {
      object.write(text.getBytes(StandardCharsets.UTF_8));
      return object.commit(0);
    }
  }
}
