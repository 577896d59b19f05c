package org.mlanalytics.runtime.object;

import java.nio.charset.StandardCharsets;

/** Names of objects. */
public final class ObjectKeys {

  private ObjectKeys() {}

  /**
   * A scope as one safe path segment: what is not a letter, digit, {@code -} or {@code _} is
   * percent-encoded (RFC 3986, section 2.1), the dot too, so that no segment is {@code ..}.
   */
  public static String segment(String scope) {
    StringBuilder out = new StringBuilder();
    for (byte b : scope.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          (b >= 'a' && b <= 'z')
              || (b >= 'A' && b <= 'Z')
              || (b >= '0' && b <= '9')
              || b == '-'
              || b == '_';
      if (plain) {
        out.append((char) b);
      } else {
        out.append('%').append(String.format("%02X", b));
      }
    }
    return out.isEmpty() ? "%00" : out.toString();
  }

  /**
   * Checks that a key names something inside a store.
   *
   * @throws IllegalArgumentException when it is absolute, empty, or has a segment that is empty,
   *     {@code .} or {@code ..}
   */
  public static void requireInside(String key) {
    for (String segment : key.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException("the key leaves the store: " + key);
      }
    }
  }
}
