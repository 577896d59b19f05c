package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.CHECKSUM_DIFFERS;
import static org.mlanalytics.files.fetching.RefusalReason.SIZE_DIFFERS;
import static org.mlanalytics.files.fetching.RefusalReason.TOO_LARGE;
import static org.mlanalytics.files.fetching.RefusalReason.TOTAL_TIMED_OUT;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Takes the bytes of one file: counts them, digests them, and stops at the first too many. */
final class Intake {

  private static final int BUFFER = 64 * 1024;

  private final OutputStream sink;
  private final Expected expected;
  private final long maxBytes;
  private final Deadline deadline;
  private final MessageDigest digest = Sha256.digest();
  private long bytes;

  Intake(OutputStream sink, Expected expected, FetchPolicy policy) {
    this.sink = sink;
    this.expected = expected;
    this.maxBytes = policy.maxBytes();
    this.deadline = Deadline.after(policy.times().total());
  }

  Expected expected() {
    return expected;
  }

  Deadline deadline() {
    return deadline;
  }

  /** Refuses a size that the source announces, before anything of it is read. */
  void checkAnnounced(long size) throws FetchRefusedException {
    if (size > maxBytes) {
      throw new FetchRefusedException(TOO_LARGE, size + " bytes announced");
    }
    if (expected.bytes().orElse(size) != size) {
      throw new FetchRefusedException(SIZE_DIFFERS, size + " bytes announced");
    }
  }

  /** Copies until the end of the stream. */
  void take(InputStream body) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
      bytes += n;
      if (bytes > maxBytes) {
        throw new FetchRefusedException(TOO_LARGE, "more than " + maxBytes + " bytes");
      }
      if (bytes > expected.bytes().orElse(maxBytes)) {
        throw new FetchRefusedException(SIZE_DIFFERS, "more bytes than expected");
      }
      if (deadline.isOver()) {
        throw new FetchRefusedException(TOTAL_TIMED_OUT, "after " + bytes + " bytes");
      }
      digest.update(buffer, 0, n);
      write(buffer, n);
    }
  }

  /** What was taken, if it is what was expected. */
  Fetched finish(URI source, int redirects) throws FetchRefusedException {
    if (expected.bytes().orElse(bytes) != bytes) {
      throw new FetchRefusedException(SIZE_DIFFERS, bytes + " bytes came");
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    if (expected.sha256() != null && !expected.sha256().equals(sha256)) {
      throw new FetchRefusedException(CHECKSUM_DIFFERS, "it is " + sha256);
    }
    return new Fetched(bytes, sha256, source, redirects);
  }

  private void write(byte[] buffer, int n) throws SinkException {
    try {
      sink.write(buffer, 0, n);
    } catch (IOException e) {
      throw new SinkException(e);
    }
  }

  /** The sink failed: no fault of the source. */
  static final class SinkException extends IOException {

    private static final long serialVersionUID = 1L;

    SinkException(IOException cause) {
      super(cause);
    }

    @Override
    public synchronized IOException getCause() {
      return (IOException) super.getCause();
    }
  }
}
