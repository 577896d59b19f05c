package org.mlanalytics.files.fetching;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A socket whose reads end at the end of the transfer's total time, however slowly bytes drip in:
 * in a handshake, in headers, in the body. No proxy of the JVM is used.
 */
final class BoundedSocket extends Socket {

  private final Deadline deadline;

  BoundedSocket(Deadline deadline) {
    super(Proxy.NO_PROXY);
    this.deadline = deadline;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new BoundedInput(super.getInputStream());
  }

  private final class BoundedInput extends FilterInputStream {

    private BoundedInput(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int idle = getSoTimeout();
      int millis = deadline.millis(Duration.ofMillis(idle == 0 ? Integer.MAX_VALUE : idle));
      if (millis == 0) {
        throw new SocketTimeoutException("the total time is over");
      }
      setSoTimeout(millis);
      try {
        return in.read(buffer, offset, length);
      } finally {
        if (!isClosed()) {
          setSoTimeout(idle);
        }
      }
    }
  }
}
