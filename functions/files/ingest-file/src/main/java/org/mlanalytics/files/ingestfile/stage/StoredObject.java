package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.LandedObject;

/** An object being written, with its size and digest. Closed without a commit it never was. */
final class StoredObject extends OutputStream {

  private final String key;
  private final ObjectOutput out;
  private final MessageDigest digest;
  private long bytes;

  StoredObject(ObjectStore store, String key) throws IOException {
    this.key = key;
    this.out = store.create(key);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    out.write(buffer, offset, length);
    digest.update(buffer, offset, length);
    bytes += length;
  }

  /**
   * Makes the object visible.
   *
   * @param rows what its ledger entry says of rows
   */
  LandedObject commit(long rows) throws IOException {
    out.commit();
    return new LandedObject(key, rows, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
