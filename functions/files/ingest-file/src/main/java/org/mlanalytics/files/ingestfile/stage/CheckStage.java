package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
import java.util.List;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.RunHandle;

/** Checks a landed file, and keeps the rows that were put aside and the report on its quality. */
public final class CheckStage {

  private static final int ENSURE_EVERY = 1 << 10;

  private final ObjectStore store;
  private final FileReading reading;
  private final Reports reports;

  /** Keeps what it finds in a store. */
  public CheckStage(ObjectStore store, FileReading reading, Reports reports) {
    this.store = store;
    this.reading = reading;
    this.reports = reports;
  }

  /**
   * What a check found.
   *
   * @param report on the quality of the file
   * @param objects quarantine and reports, in the store
   */
  public record Checked(QualityReport report, List<LandedObject> objects) {

    /** Rows as the ledger counts them. */
    public Counts counts() {
      return new Counts(report.rows(), 0, 0, report.quarantined(), report.good(), 0);
    }
  }

  /**
   * Checks the file of a request.
   *
   * @param sha256 digest of its content
   */
  public Checked check(RunHandle handle, AcceptedRequest accepted, String sha256)
      throws IOException {
    String folder = handle.objectFolder();
    try (Quarantine quarantine = new Quarantine(store, FileObjects.QUARANTINE.key(folder))) {
      long[] rows = new long[1];
      QualityReport report =
          reading.read(
              accepted,
              sha256,
              row -> {
                if (++rows[0] % ENSURE_EVERY == 0) {
                  handle.ensureHeld();
                }
              },
              quarantine);
      return new Checked(
          report,
          List.of(
              quarantine.commit(),
              reports.json(FileObjects.REPORT.key(folder), report),
              reports.html(FileObjects.REPORT_PAGE.key(folder), report, sha256)));
    }
  }
}
