package org.mlanalytics.runtime.object;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.runtime.run.LandedObject;

/**
 * An object of rows: JSON lines, gzip, with a manifest beside it. Nothing is kept in memory but the
 * buffers.
 */
public final class RowObject implements RowSink, AutoCloseable {

  /** Appended to an object's key for its manifest. */
  public static final String MANIFEST = ".manifest.json";

  private final ObjectStore store;
  private final Dataset dataset;
  private final String key;
  private final ObjectOutput object;
  private final CountingOutput counted;
  private final MessageDigest digest = sha256();
  private final RowGzip lines;
  private long rows;

  /**
   * Starts an object.
   *
   * @param key its key in the store
   */
  public RowObject(ObjectStore store, Dataset dataset, String key) throws IOException {
    this.store = store;
    this.dataset = dataset;
    this.key = key;
    this.object = store.create(key);
    this.counted = new CountingOutput(new DigestOutputStream(object, digest));
    this.lines = new RowGzip(counted);
  }

  @Override
  public void row(byte[] buffer, int offset, int length) throws IOException {
    lines.write(buffer, offset, length);
    lines.write('\n');
    rows++;
  }

  /** Rows written so far. */
  public long rows() {
    return rows;
  }

  /** Bytes stored so far. */
  public long bytes() {
    return counted.count;
  }

  /** Completes the object and its manifest. */
  public LandedObject commit() throws IOException {
    lines.finish();
    object.commit();
    LandedObject landed =
        new LandedObject(key, rows, counted.count, HexFormat.of().formatHex(digest.digest()));
    try (ObjectOutput manifest = store.create(key + MANIFEST)) {
      manifest.write(manifest(landed).getBytes(StandardCharsets.UTF_8));
      manifest.commit();
    }
    return landed;
  }

  @Override
  public void close() throws IOException {
    object.close();
  }

  private String manifest(LandedObject landed) {
    StringBuilder columns = new StringBuilder();
    dataset
        .columns()
        .forEach(
            column ->
                columns
                    .append(columns.isEmpty() ? "" : ",")
                    .append('"')
                    .append(column.name())
                    .append('"'));
    return "{\"dataset\":\"%s\",\"rows\":%d,\"bytes\":%d,\"sha256\":\"%s\",\"columns\":[%s]}%n"
        .formatted(dataset.name(), landed.rows(), landed.bytes(), landed.sha256(), columns);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class CountingOutput extends OutputStream {
    private final OutputStream out;
    private long count;

    CountingOutput(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
