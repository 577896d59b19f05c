package org.mlanalytics.bench.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mlanalytics.files.checking.CheckLimits;
import org.mlanalytics.files.checking.FileChecker;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.report.ReportJson;
import org.mlanalytics.files.checking.schema.Schemas;
import org.mlanalytics.files.checking.source.FileFormat;

/** Checks a file as {@code bts-alarms}, and writes its report. Prints rows and good rows. */
public final class CheckAlarms {

  private CheckAlarms() {}

  /** Arguments: the file, where the report goes. */
  public static void main(String[] args) throws IOException {
    CheckLimits usual = CheckLimits.defaults();
    CheckLimits limits =
        new CheckLimits(
            usual.maxColumns(),
            usual.maxFieldChars(),
            usual.maxRowChars(),
            usual.maxRows(),
            3_000_000,
            usual.rejectAbove(),
            usual.maxQuarantined(),
            usual.sampleBytes());
    QualityReport report;
    try (InputStream file = Files.newInputStream(Path.of(args[0]))) {
      report =
          FileChecker.check(
              file,
              FileFormat.csv(),
              Schemas.named("bts-alarms").orElseThrow(),
              limits,
              row -> {},
              row -> {});
    }
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
      ReportJson.write(report, out);
    }
    System.out.println(report.rows() + " " + report.good());
  }
}
