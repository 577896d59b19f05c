package org.mlanalytics.files.fetching;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The spellings of a host that are taken: a name of ASCII letters, digits and hyphens whose last
 * label begins with a letter, four decimal numbers, or an IPv6 address in hexadecimal. What other
 * programs read as an address too ({@code 127.1}, {@code 0x7f.1}, {@code 2130706433}, {@code
 * ::ffff:127.0.0.1}, zones, trailing dots, digits of other scripts) is none of them.
 */
final class HostSpelling {

  private static final int LONGEST_NAME = 253;
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern NAME =
      Pattern.compile("(?:" + LABEL + "\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-f:]{2,39}");

  private HostSpelling() {}

  /** Whether it is the name of a host, in small letters. */
  static boolean isName(String host) {
    return host.length() <= LONGEST_NAME && NAME.matcher(host).matches();
  }

  /** Whether it is an address, IPv6 without brackets. */
  static boolean isAddress(String host) {
    return V4.matcher(host).matches() || isV6(host.toLowerCase(Locale.ROOT));
  }

  private static boolean isV6(String host) {
    try {
      // in brackets it is never looked up; an IPv4 address in the clothes of IPv6 comes out as IPv4
      return V6.matcher(host).matches()
          && InetAddress.getByName("[" + host + "]") instanceof Inet6Address;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
