package org.mlanalytics.files.ingestfile.stage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.mlanalytics.files.checking.CheckLimits;
import org.mlanalytics.files.checking.FileChecker;
import org.mlanalytics.files.checking.QuarantineSink;
import org.mlanalytics.files.checking.RowSink;
import org.mlanalytics.files.checking.SchemaInference;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.report.QualityReport;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.checking.source.FileFormat;
import org.mlanalytics.files.fetching.Packing;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.object.ObjectStore;

/**
 * Reads a landed file, unpacked and by its schema. The same content, format and schema give the
 * same rows in the same order, so what is checked first can be loaded in a second reading.
 */
public final class FileReading {

  private static final int BUFFER = 1 << 16;

  private final ObjectStore store;
  private final RawFiles raw;
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
  public FileReading(ObjectStore store, RawFiles raw, Unpacking unpacking, CheckLimits limits) {
    this.store = store;
    this.raw = raw;
    this.unpacking = unpacking;
    this.limits = limits;
  }

  /**
   * Reads the file of a request once.
   *
   * @param sha256 digest of its content
   * @param schema null: the types are guessed from its beginning
   */
  public QualityReport read(
      AcceptedRequest accepted, String sha256, FileSchema schema, RowSink good, QuarantineSink bad)
      throws IOException {
    try (InputStream plain = open(accepted, sha256)) {
      return FileChecker.check(plain, format(accepted), schema, limits, good, bad);
    }
  }

  /**
   * Reads the good rows of a file that was checked.
   *
   * @param sha256 digest of its content
   * @param schema that it was checked by
   */
  void rows(AcceptedRequest accepted, String sha256, FileSchema schema, RowSink good)
      throws IOException {
    try (InputStream plain = open(accepted, sha256)) {
      FileChecker.rows(plain, format(accepted), schema, limits, good);
    } catch (FileRefusedException e) {
      throw new AnalyticsException(
          ErrorCode.FILE_REJECTED, "by limits that are narrower than at its check", e);
    }
  }

  /**
   * Infers the schema of the file of a request from all of it.
   *
   * @param sha256 digest of its content
   * @return empty when there is no header that could be used
   */
  Optional<FileSchema> infer(AcceptedRequest accepted, String sha256) throws IOException {
    try (InputStream plain = open(accepted, sha256)) {
      return Optional.of(SchemaInference.infer(plain, format(accepted), limits));
    } catch (FileRefusedException e) {
      return Optional.empty();
    }
  }

  private InputStream open(AcceptedRequest accepted, String sha256) throws IOException {
    InputStream packed = new BufferedInputStream(store.open(raw.key(accepted, sha256)), BUFFER);
    try {
      return unpacking.unpack(packed, packing(accepted));
    } catch (IOException | RuntimeException e) {
      packed.close();
      throw e;
    }
  }

  private static FileFormat format(AcceptedRequest accepted) {
    return FileFormat.of(accepted.format().split("\\+", 2)[0]);
  }

  private static Packing packing(AcceptedRequest accepted) {
    String[] format = accepted.format().split("\\+", 2);
    return format.length == 1 ? Packing.NONE : Packing.valueOf(format[1].toUpperCase(Locale.ROOT));
  }
}
