package org.mlanalytics.files.fetching;

import java.io.IOException;
import java.io.InputStream;

/** Counts what was read, and knows its own fault again when an unpacker throws it on. */
final class CountedInput extends InputStream {

  private final InputStream in;
  private long bytes;
  private IOException fault;

  CountedInput(InputStream in) {
    this.in = in;
  }

  long bytes() {
    return bytes;
  }

  boolean threw(IOException exception) {
    return exception == fault;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int n = in.read(buffer, offset, length);
      bytes += Math.max(0, n);
      return n;
    } catch (IOException e) {
      fault = e;
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
