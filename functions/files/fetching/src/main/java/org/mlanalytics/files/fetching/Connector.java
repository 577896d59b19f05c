package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.CONNECT_FAILED;
import static org.mlanalytics.files.fetching.RefusalReason.CONNECT_TIMED_OUT;
import static org.mlanalytics.files.fetching.RefusalReason.TLS_FAILED;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Connects to an address that the gate let pass; the name is used for TLS only. */
final class Connector {

  /** A name with more addresses than that is not tried to its end. */
  private static final int MOST_ADDRESSES = 4;

  private final SSLSocketFactory tls;

  Connector(SSLSocketFactory tls) {
    this.tls = tls;
  }

  /** A connected socket; closing the first one closes what lies over it. */
  Socket connect(Origin origin, List<InetAddress> checked, TimeLimits times, Deadline deadline)
      throws FetchRefusedException {
    IOException last = null;
    for (InetAddress address : checked.subList(0, Math.min(MOST_ADDRESSES, checked.size()))) {
      Socket socket = new BoundedSocket(deadline);
      try {
        socket.connect(
            new InetSocketAddress(address, origin.port()),
            Math.max(1, deadline.millis(times.connect())));
        return socket;
      } catch (IOException e) {
        Quietly.close(socket);
        last = e;
      }
    }
    throw new FetchRefusedException(
        last instanceof SocketTimeoutException ? CONNECT_TIMED_OUT : CONNECT_FAILED,
        origin + " at " + checked,
        last);
  }

  /** TLS over the socket, with a certificate that is valid for the name. */
  Socket secure(Socket socket, Origin origin, TimeLimits times) throws IOException {
    socket.setSoTimeout((int) times.connect().toMillis());
    try {
      SSLSocket secured = (SSLSocket) tls.createSocket(socket, origin.host(), origin.port(), true);
      SSLParameters parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      if (HostSpelling.isName(origin.host())) {
        parameters.setServerNames(List.of(new SNIHostName(origin.host())));
      }
      secured.setSSLParameters(parameters);
      secured.startHandshake();
      return secured;
    } catch (SSLException e) {
      throw new FetchRefusedException(TLS_FAILED, origin.toString(), e);
    }
  }
}
