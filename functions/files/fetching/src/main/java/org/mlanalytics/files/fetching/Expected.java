package org.mlanalytics.files.fetching;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What the caller says of the file.
 *
 * @param size in bytes, as it comes, or null
 * @param sha256 of these bytes, 64 hexadecimal digits, or null
 */
public record Expected(Long size, String sha256) {

  /** Nothing is known of the file. */
  public static final Expected NOTHING = new Expected(null, null);

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException if the size is negative or the digest is none
   */
  public Expected {
    if (size != null && size < 0) {
      throw new IllegalArgumentException("size is negative");
    }
    if (sha256 != null) {
      sha256 = sha256.toLowerCase(Locale.ROOT);
      if (!SHA256.matcher(sha256).matches()) {
        throw new IllegalArgumentException("sha256 is not 64 hexadecimal digits");
      }
    }
  }

  boolean isNothing() {
    return size == null && sha256 == null;
  }

  OptionalLong bytes() {
    return size == null ? OptionalLong.empty() : OptionalLong.of(size);
  }
}
