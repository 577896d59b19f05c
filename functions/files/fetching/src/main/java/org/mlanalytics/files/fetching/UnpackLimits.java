package org.mlanalytics.files.fetching;

/**
 * How much may come out of a packed file.
 *
 * @param maxBytes unpacked
 * @param maxRatio of unpacked to packed bytes, looked at from the first MiB on
 */
public record UnpackLimits(long maxBytes, int maxRatio) {

  /** 16 GiB, 200 times. */
  public static final UnpackLimits DEFAULT = new UnpackLimits(16L << 30, 200);

  /**
   * @throws IllegalArgumentException if one is not positive
   */
  public UnpackLimits {
    if (maxBytes < 1 || maxRatio < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
