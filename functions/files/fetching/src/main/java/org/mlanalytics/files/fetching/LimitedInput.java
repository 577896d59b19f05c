package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.RATIO_TOO_HIGH;
import static org.mlanalytics.files.fetching.RefusalReason.UNPACKED_TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;

/** Ends a content that grows beyond its limits, and says of a damaged one that it is damaged. */
final class LimitedInput extends InputStream {

  /** A small file of equal rows may pack as well as it likes. */
  private static final long RATIO_FROM = 1 << 20;

  private final InputStream in;
  private final CountedInput packed;
  private final UnpackLimits limits;
  private final boolean isPacked;
  private long bytes;

  LimitedInput(InputStream in, CountedInput packed, UnpackLimits limits, Packing packing) {
    this.in = in;
    this.packed = packed;
    this.limits = limits;
    this.isPacked = packing != Packing.NONE;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = readAny(buffer, offset, length);
    bytes += Math.max(0, n);
    if (bytes > limits.maxBytes()) {
      throw new FetchRefusedException(
          UNPACKED_TOO_LARGE, "more than " + limits.maxBytes() + " bytes unpacked");
    }
    if (isPacked && bytes > RATIO_FROM && bytes / limits.maxRatio() > packed.bytes()) {
      throw new FetchRefusedException(
          RATIO_TOO_HIGH, packed.bytes() + " bytes give " + bytes + " or more");
    }
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private int readAny(byte[] buffer, int offset, int length) throws IOException {
    try {
      return in.read(buffer, offset, length);
    } catch (RuntimeException e) {
      // the reader of zstd meets damage with exceptions of several kinds, of the JDK's too
      throw Unpacker.invalid("damaged", e);
    } catch (IOException e) {
      if (e instanceof FetchRefusedException || packed.threw(e)) {
        throw e;
      }
      throw Unpacker.invalid("damaged or cut off", e);
    }
  }
}
