package org.mlanalytics.core.source;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Decimal floating point of IEEE 754-2008, 128 bits, in the binary integer encoding of BSON. */
final class Decimal128 {

  private static final int EXPONENT_BIAS = 6176;
  private static final int EXPONENT_BITS = 0x3FFF;

  private Decimal128() {}

  /**
   * The number as the specification of BSON Decimal128 writes it: {@code 6.00}, {@code 1E+3},
   * {@code NaN}, {@code -Infinity}.
   */
  static String toString(long high, long low) {
    String sign = high < 0 ? "-" : "";
    int combination = (int) (high >>> 58) & 0x1F;
    if (combination == 0x1F) {
      return "NaN";
    }
    if (combination == 0x1E) {
      return sign + "Infinity";
    }
    // Two leading ones shift the exponent; such a significand is always too large and counts as 0.
    boolean shifted = combination >= 0x18;
    int exponent = (int) (high >>> (shifted ? 47 : 49)) & EXPONENT_BITS;
    BigInteger significand = shifted ? BigInteger.ZERO : significand(high, low);
    // BigDecimal writes numbers as the specification does, but knows no negative zero.
    return sign + new BigDecimal(significand, EXPONENT_BIAS - exponent);
  }

  private static BigInteger significand(long high, long low) {
    return BigInteger.valueOf(high & 0x1_FFFF_FFFF_FFFFL)
        .shiftLeft(Long.SIZE)
        .or(new BigInteger(Long.toUnsignedString(low)));
  }
}
