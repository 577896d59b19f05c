package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.BODY_TOO_LONG;

import java.io.IOException;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** One step of a transfer by HTTP: from the gate to the end of the answer. */
final class HttpTransfer {

  private final Gate gate;
  private final Connector connector;

  HttpTransfer(Gate gate, Connector connector) {
    this.gate = gate;
    this.connector = connector;
  }

  /**
   * Takes the file, or says where a redirect leads to. The lists of the policy are the caller's
   * matter, the networks are checked here.
   *
   * @param headers beside those that every request has, with small names
   */
  Optional<String> run(
      HttpAddress address, Map<String, String> headers, FetchPolicy policy, Intake intake)
      throws IOException {
    Origin origin = address.origin();
    var checked = gate.checkedAddresses(origin, policy, intake.deadline());
    try (Socket plain = connector.connect(origin, checked, policy.times(), intake.deadline())) {
      Socket socket = address.isSecure() ? connector.secure(plain, origin, policy.times()) : plain;
      try (var http = HttpConnection.over(plain, socket, policy.times().idle())) {
        ClassicHttpResponse response = http.get(address.target(), all(address, headers));
        Optional<String> location = Answer.redirect(response, origin);
        if (location.isEmpty()) {
          take(http, response, intake);
        }
        return location;
      }
    } catch (HttpException e) {
      throw Faults.of(e, origin);
    } catch (IOException e) {
      throw Faults.of(e, origin, intake.deadline());
    }
  }

  private static Map<String, String> all(HttpAddress address, Map<String, String> more) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("host", address.hostHeader());
    headers.put("accept", "*/*");
    headers.put("accept-encoding", "identity");
    headers.put("user-agent", "ml-analytics");
    headers.put("connection", "close");
    headers.putAll(more);
    return headers;
  }

  private static void take(HttpConnection http, ClassicHttpResponse response, Intake intake)
      throws IOException, HttpException {
    OptionalLong length = Framing.length(response, !intake.expected().isNothing());
    if (length.isPresent()) {
      intake.checkAnnounced(length.getAsLong());
    }
    intake.take(http.body(response));
    if (http.hasMore()) {
      throw new FetchRefusedException(BODY_TOO_LONG, "more bytes than announced");
    }
  }
}
