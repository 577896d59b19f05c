package org.mlanalytics.files.fetching;

import java.util.Locale;

/**
 * Hosts that a tenant may fetch from: {@code files.example.org}, {@code *.example.org} (all names
 * below it, not itself), {@code *} (all names), or an address, which no asterisk covers.
 *
 * @param text in small letters
 */
public record HostPattern(String text) {

  private static final String ANY = "*";

  /**
   * @throws IllegalArgumentException if it is none of the four
   */
  public HostPattern {
    text = text.strip().toLowerCase(Locale.ROOT);
    String name = text.startsWith("*.") ? text.substring(2) : text;
    boolean isName = HostSpelling.isName(name);
    if (!text.equals(ANY) && !isName && !HostSpelling.isAddress(text)) {
      throw new IllegalArgumentException("not a host: " + text);
    }
  }

  /** Whether the host, in small letters and IPv6 without brackets, is one of them. */
  public boolean matches(String host) {
    if (text.equals(ANY)) {
      return HostSpelling.isName(host);
    }
    return text.startsWith("*.")
        ? host.endsWith(text.substring(1)) && HostSpelling.isName(host)
        : host.equals(text);
  }
}
