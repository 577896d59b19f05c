package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.ACCESS_DENIED;
import static org.mlanalytics.files.fetching.RefusalReason.NOT_FOUND;
import static org.mlanalytics.files.fetching.RefusalReason.REDIRECT_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.SOURCE_UNAVAILABLE;
import static org.mlanalytics.files.fetching.RefusalReason.STATUS_UNEXPECTED;

import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/** What a status means for a file that was asked for as a whole. */
final class Answer {

  private Answer() {}

  /** Where a redirect leads to, or nothing for the file itself. */
  static Optional<String> redirect(ClassicHttpResponse response, Origin origin)
      throws FetchRefusedException {
    int status = response.getCode();
    return switch (status) {
      case 200 -> Optional.empty();
      case 301, 302, 303, 307, 308 -> Optional.of(location(response, origin));
      default -> throw new FetchRefusedException(reason(status), origin + " answers " + status);
    };
  }

  private static String location(ClassicHttpResponse response, Origin origin)
      throws FetchRefusedException {
    Header[] locations = response.getHeaders("Location");
    if (locations.length != 1) {
      throw new FetchRefusedException(
          REDIRECT_INVALID, origin + ": " + locations.length + " locations");
    }
    return locations[0].getValue();
  }

  private static RefusalReason reason(int status) {
    return switch (status) {
      case 401, 403, 407 -> ACCESS_DENIED;
      case 404, 410 -> NOT_FOUND;
      case 408, 425, 429 -> SOURCE_UNAVAILABLE;
      default -> status >= 500 && status < 600 ? SOURCE_UNAVAILABLE : STATUS_UNEXPECTED;
    };
  }
}
