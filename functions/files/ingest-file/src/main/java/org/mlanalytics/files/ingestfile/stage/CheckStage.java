package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.files.checking.GroupCounter;
import org.mlanalytics.files.checking.RowSink;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.SchemaCatalogue;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.RunHandle;

/**
 * Checks a landed file, and keeps the rows that were put aside, the schema, the groups that it asks
 * for and the report on the file's quality.
 */
public final class CheckStage {

  private static final int ENSURE_EVERY = 1 << 10;

  /** Some megabytes. */
  private static final int MOST_GROUPS = 20_000;

  private final ObjectStore store;
  private final FileReading reading;
  private final SchemaCatalogue schemas;
  private final Reports reports;

  /** Keeps what it finds in a store. */
  public CheckStage(
      ObjectStore store, FileReading reading, SchemaCatalogue schemas, Reports reports) {
    this.store = store;
    this.reading = reading;
    this.schemas = schemas;
    this.reports = reports;
  }

  /**
   * What a check found.
   *
   * @param report on the quality of the file
   * @param objects what is kept, in the store
   */
  public record Checked(QualityReport report, List<LandedObject> objects) {

    /** Rows as the ledger counts them. */
    public Counts counts() {
      return new Counts(report.rows(), 0, 0, report.quarantined(), report.good(), 0);
    }
  }

  /**
   * Checks the file of a request. Where the target's span has to be known of every row, those
   * without a time are put aside.
   *
   * @param sha256 digest of its content
   */
  public Checked check(RunHandle handle, AcceptedRequest accepted, Target target, String sha256)
      throws IOException {
    FileSchema declared = schemas.of(accepted.request());
    FileSchema known = declared == null ? reading.infer(accepted, sha256).orElse(null) : declared;
    FileSchema schema =
        known == null || target.span() == null ? known : DruidRow.requiringTime(known);
    RowSink ensuring = ensuring(handle);
    GroupCounter groups =
        schema == null || schema.aggregation() == null
            ? null
            : new GroupCounter(schema, MOST_GROUPS, ensuring);
    String folder = handle.objectFolder();
    try (Quarantine quarantine = new Quarantine(store, FileObjects.QUARANTINE.key(folder))) {
      QualityReport checked =
          reading.read(accepted, sha256, schema, groups == null ? ensuring : groups, quarantine);
      QualityReport report = declared == null ? checked.ofInferred() : checked;
      List<LandedObject> objects = new ArrayList<>();
      objects.add(quarantine.commit());
      objects.add(reports.json(FileObjects.REPORT.key(folder), report));
      objects.add(reports.html(FileObjects.REPORT_PAGE.key(folder), report, sha256));
      if (report.schema() != null) {
        objects.add(reports.schema(FileObjects.SCHEMA.key(folder), report.schema()));
      }
      if (groups != null) {
        objects.add(reports.groups(FileObjects.GROUPS.key(folder), groups));
      }
      return new Checked(report, objects);
    }
  }

  private static RowSink ensuring(RunHandle handle) {
    long[] rows = new long[1];
    return row -> {
      if (++rows[0] % ENSURE_EVERY == 0) {
        handle.ensureHeld();
      }
    };
  }
}
