package org.mlanalytics.files.fetching;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.http.HttpException;

/**
 * One request by HTTP, from the gate to the end of its connection: nothing leaves by another way.
 */
final class HttpExchange {

  private final Gate gate;
  private final Connector connector;

  HttpExchange(Gate gate, Connector connector) {
    this.gate = gate;
    this.connector = connector;
  }

  /** What is said over a connection. */
  interface Dialogue<T> {
    T over(HttpConnection http) throws IOException, HttpException;
  }

  /**
   * Connects to a checked address of the host. The lists of the policy are the caller's matter, the
   * networks are checked here.
   */
  <T> T run(HttpAddress address, FetchPolicy policy, Deadline deadline, Dialogue<T> dialogue)
      throws IOException {
    Origin origin = address.origin();
    var checked = gate.checkedAddresses(origin, policy, deadline);
    try (Socket plain = connector.connect(origin, checked, policy.times(), deadline)) {
      Socket socket = address.isSecure() ? connector.secure(plain, origin, policy.times()) : plain;
      try (var http = HttpConnection.over(plain, socket, policy.times().idle())) {
        return dialogue.over(http);
      }
    } catch (HttpException e) {
      throw Faults.of(e, origin);
    } catch (IOException e) {
      throw Faults.of(e, origin, deadline);
    }
  }

  /**
   * The headers of a request.
   *
   * @param more beside those that every request has, with small names
   */
  static Map<String, String> headers(HttpAddress address, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("host", address.hostHeader());
    headers.put("accept", "*/*");
    headers.put("accept-encoding", "identity");
    headers.put("user-agent", "ml-analytics");
    headers.put("connection", "close");
    headers.putAll(more);
    return headers;
  }
}
