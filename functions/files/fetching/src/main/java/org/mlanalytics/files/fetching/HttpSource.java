package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.TOO_MANY_REDIRECTS;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Files by {@code http} and {@code https}. Each redirect passes the gate like the first address.
 */
final class HttpSource implements SourceClient {

  private final Gate gate;
  private final HttpTransfer transfer;

  HttpSource(Gate gate, HttpTransfer transfer) {
    this.gate = gate;
    this.transfer = transfer;
  }

  @Override
  public Fetched fetch(URI uri, FetchPolicy policy, Intake intake) throws IOException {
    HttpAddress address = HttpAddress.of(uri);
    for (int redirects = 0; ; redirects++) {
      gate.checkLists(address, policy);
      Optional<String> location =
          transfer.run(address, credentials(address, policy), policy, intake);
      if (location.isEmpty()) {
        return intake.finish(address.uri(), redirects);
      }
      if (redirects == policy.maxRedirects()) {
        throw new FetchRefusedException(
            TOO_MANY_REDIRECTS, address.origin() + " redirects once more");
      }
      address = address.redirectedTo(location.get());
    }
  }

  /** Credentials are looked up for each step, so none of them follows a redirect elsewhere. */
  private static Map<String, String> credentials(HttpAddress address, FetchPolicy policy) {
    Credentials credentials = policy.credentials().get(address.origin());
    return credentials == null ? Map.of() : Map.of("authorization", credentials.authorization());
  }
}
