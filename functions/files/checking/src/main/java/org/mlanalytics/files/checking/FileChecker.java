package org.mlanalytics.files.checking;

import java.io.IOException;
import java.io.InputStream;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.source.FileFormat;

/** Checks files of rows. */
public final class FileChecker {

  private FileChecker() {}

  /**
   * Reads a file once and parts its rows into good ones and such as are put aside. Memory is
   * bounded by the limits, not by the file.
   *
   * @param raw the file, unpacked; not closed
   * @param schema what its rows should be like; null: the types are inferred from the first {@code
   *     sampleBytes}, and a row that is not like them is put aside
   * @return what was found. A refused file is a report too, with its reason; rows may have been
   *     handed on before it was refused
   * @throws IOException when reading fails or a sink throws it
   * @throws IllegalArgumentException when the schema holds a pattern, format or value that is none
   */
  public static QualityReport check(
      InputStream raw,
      FileFormat format,
      FileSchema schema,
      CheckLimits limits,
      RowSink good,
      QuarantineSink bad)
      throws IOException {
    return new Checking(format, schema, limits, good, bad).run(raw);
  }

  /**
   * Reads the good rows of a file once more: those that {@link #check} found by the same schema and
   * limits, in the same order. There is no report, so it costs less.
   *
   * @param raw the file, unpacked; not closed
   * @throws FileRefusedException when the file is refused after all, because the limits are
   *     narrower now; rows may have been handed on before
   */
  public static void rows(
      InputStream raw, FileFormat format, FileSchema schema, CheckLimits limits, RowSink good)
      throws IOException {
    new Checking(format, schema, limits, good, bad -> {}).rows(raw);
  }
}
