package org.mlanalytics.files.fetching;

import java.net.URI;

/**
 * Where credentials belong to: another scheme, host or port is another place.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in small letters, IPv6 without brackets
 * @param port never a default
 */
public record Origin(String scheme, String host, int port) {

  /**
   * Reads {@code https://files.example.org} or {@code http://127.0.0.1:8080}.
   *
   * @throws IllegalArgumentException if it is something else, or has a path
   */
  public static Origin parse(String text) {
    try {
      HttpAddress address = HttpAddress.of(URI.create(text));
      if (!address.target().equals("/")) {
        throw new IllegalArgumentException("an origin has no path: " + text);
      }
      return address.origin();
    } catch (FetchRefusedException e) {
      throw new IllegalArgumentException("not an origin: " + text, e);
    }
  }

  @Override
  public String toString() {
    return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
