package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.BODY_TOO_LONG;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** One step of a transfer by HTTP: what is asked, and what is taken of the answer. */
final class HttpTransfer {

  private final HttpExchange exchange;

  HttpTransfer(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Takes the file, or says where a redirect leads to. The lists of the policy are the caller's
   * matter.
   *
   * @param headers beside those that every request has, with small names
   */
  Optional<String> run(
      HttpAddress address, Map<String, String> headers, FetchPolicy policy, Intake intake)
      throws IOException {
    return exchange.run(
        address,
        policy,
        intake.deadline(),
        http -> {
          ClassicHttpResponse response =
              http.get(address.target(), HttpExchange.headers(address, headers));
          Optional<String> location = Answer.redirect(response, address.origin());
          if (location.isEmpty()) {
            take(http, response, intake);
          }
          return location;
        });
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
