package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.ADDRESS_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.REDIRECT_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.USER_INFO;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An address of HTTP in its one plain spelling.
 *
 * @param uri as it was given
 * @param origin scheme, host and port
 * @param target path and query as they are sent
 */
record HttpAddress(URI uri, Origin origin, String target) {

  private static final int LONGEST = 4096;
  private static final int HIGHEST_PORT = 65535;

  /** Refuses whatever another reader could understand differently. */
  static HttpAddress of(URI uri) throws FetchRefusedException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new FetchRefusedException(ADDRESS_INVALID, "not an address of HTTP");
    }
    String authority = uri.getRawAuthority();
    if (authority != null && authority.contains("@")) {
      throw new FetchRefusedException(USER_INFO, "a user in the address");
    }
    if (uri.getHost() == null || uri.toString().length() > LONGEST) {
      throw new FetchRefusedException(ADDRESS_INVALID, "no host, or longer than " + LONGEST);
    }
    String host = host(uri.getHost().toLowerCase(Locale.ROOT));
    if (!authority.toLowerCase(Locale.ROOT).equals(authority(host, uri.getPort()))
        || uri.getPort() == 0
        || uri.getPort() > HIGHEST_PORT) {
      throw new FetchRefusedException(ADDRESS_INVALID, "an odd port");
    }
    int port = uri.getPort() > 0 ? uri.getPort() : defaultPort(scheme);
    return new HttpAddress(uri, new Origin(scheme, host, port), target(uri));
  }

  /** The address that a redirect names. A way from TLS to plain text is not taken. */
  HttpAddress redirectedTo(String location) throws FetchRefusedException {
    URI next;
    try {
      next = uri.resolve(new URI(location));
    } catch (URISyntaxException e) {
      throw new FetchRefusedException(REDIRECT_INVALID, origin + ": not an address", e);
    }
    HttpAddress address = of(next);
    if (isSecure() && !address.isSecure()) {
      throw new FetchRefusedException(REDIRECT_INVALID, origin + ": from https to http");
    }
    return address;
  }

  boolean isSecure() {
    return origin.scheme().equals("https");
  }

  /** The value of the Host header. */
  String hostHeader() {
    boolean isDefault = origin.port() == defaultPort(origin.scheme());
    return authority(origin.host(), isDefault ? -1 : origin.port());
  }

  private static String host(String host) throws FetchRefusedException {
    boolean bracketed = host.startsWith("[");
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    if (!HostSpelling.isAddress(bare) && (bracketed || !HostSpelling.isName(bare))) {
      throw new FetchRefusedException(ADDRESS_INVALID, "an odd spelling of a host");
    }
    return bare;
  }

  private static String authority(String host, int port) {
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return port < 0 ? bracketed : bracketed + ":" + port;
  }

  static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static String target(URI uri) {
    URI ascii = URI.create(uri.toASCIIString());
    String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
  }
}
