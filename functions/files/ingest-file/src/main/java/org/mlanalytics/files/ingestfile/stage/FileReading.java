package org.mlanalytics.files.ingestfile.stage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.mlanalytics.files.checking.CheckLimits;
import org.mlanalytics.files.checking.FileChecker;
import org.mlanalytics.files.checking.QuarantineSink;
import org.mlanalytics.files.checking.RowSink;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.source.FileFormat;
import org.mlanalytics.files.fetching.Packing;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.SchemaCatalogue;
import org.mlanalytics.runtime.object.ObjectStore;

/**
 * Reads a landed file, unpacked and by its schema. The same content, format and schema give the
 * same rows in the same order, so what is checked first can be loaded in a second reading.
 */
public final class FileReading {

  private static final int BUFFER = 1 << 16;

  private final ObjectStore store;
  private final RawFiles raw;
  private final SchemaCatalogue schemas;
  private final Unpacking unpacking;
  private final CheckLimits limits;

  /** How a packed file becomes a plain one. */
  @FunctionalInterface
  public interface Unpacking {
    /**
     * Reads plain bytes; closing the stream closes the packed one.
     *
     * @throws org.mlanalytics.files.fetching.FetchRefusedException while it is read, when it is
     *     beyond a limit or not so packed
     */
    InputStream unpack(InputStream packed, Packing packing) throws IOException;
  }

  /** Reads what a store holds. */
  public FileReading(
      ObjectStore store,
      RawFiles raw,
      SchemaCatalogue schemas,
      Unpacking unpacking,
      CheckLimits limits) {
    this.store = store;
    this.raw = raw;
    this.schemas = schemas;
    this.unpacking = unpacking;
    this.limits = limits;
  }

  /**
   * Reads the file of a request once.
   *
   * @param sha256 digest of its content
   */
  public QualityReport read(
      AcceptedRequest accepted, String sha256, RowSink good, QuarantineSink bad)
      throws IOException {
    String[] format = accepted.format().split("\\+", 2);
    try (InputStream packed =
            new BufferedInputStream(store.open(raw.key(accepted, sha256)), BUFFER);
        InputStream plain = unpacking.unpack(packed, packing(format))) {
      return FileChecker.check(
          plain, FileFormat.of(format[0]), schemas.of(accepted), limits, good, bad);
    }
  }

  private static Packing packing(String[] format) {
    return format.length == 1 ? Packing.NONE : Packing.valueOf(format[1].toUpperCase(Locale.ROOT));
  }
}
