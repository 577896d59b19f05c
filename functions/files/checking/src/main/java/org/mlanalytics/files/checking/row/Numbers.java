package org.mlanalytics.files.checking.row;

import java.math.BigDecimal;
import org.mlanalytics.files.checking.reason.ReasonCode;

/** Integers and decimals: digits with a point, a sign and an exponent; no blanks, no commas. */
final class Numbers {

  /** Any number of so many digits fits into 63 bits. */
  private static final int LONG_DIGITS = 18;

  /** Longer numbers, and larger exponents, are wrong: exact arithmetic on them has no end. */
  private static final int MAX_CHARS = 400;

  private Numbers() {}

  static ReasonCode integer(char[] chars, int start, int length, Row row, int column) {
    int end = start + length;
    boolean negative = length > 0 && chars[start] == '-';
    int i = negative || (length > 0 && chars[start] == '+') ? start + 1 : start;
    if (i == end || end - i > LONG_DIGITS + 1) {
      return ReasonCode.WRONG_TYPE;
    }
    long value = 0;
    for (; i < end; i++) {
      int digit = chars[i] - '0';
      // 19 digits run over into negative numbers; the smallest long is left out
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
        return ReasonCode.WRONG_TYPE;
      }
      value = 10 * value + digit;
    }
    row.set(column, negative ? -value : value);
    return null;
  }

  static ReasonCode decimal(char[] chars, int start, int length, Row row, int column) {
    int end = start + length;
    boolean negative = length > 0 && chars[start] == '-';
    int i = negative || (length > 0 && chars[start] == '+') ? start + 1 : start;
    long value = 0;
    int digits = 0;
    int scale = -1;
    for (; i < end; i++) {
      char c = chars[i];
      if (c >= '0' && c <= '9') {
        digits++;
        value = 10 * value + (c - '0');
        scale += scale < 0 ? 0 : 1;
      } else if (c == '.' && scale < 0) {
        scale = 0;
      } else {
        return (c == 'e' || c == 'E') && digits > 0
            ? exact(chars, start, length, row, column)
            : ReasonCode.WRONG_TYPE;
      }
    }
    if (digits == 0) {
      return ReasonCode.WRONG_TYPE;
    }
    if (digits > LONG_DIGITS) {
      return exact(chars, start, length, row, column);
    }
    while (scale > 0 && value % 10 == 0) {
      value /= 10;
      scale--;
    }
    row.set(column, negative ? -value : value, Math.max(scale, 0));
    return null;
  }

  private static ReasonCode exact(char[] chars, int start, int length, Row row, int column) {
    if (length > MAX_CHARS) {
      return ReasonCode.WRONG_TYPE;
    }
    BigDecimal value;
    try {
      value = new BigDecimal(chars, start, length).stripTrailingZeros();
    } catch (NumberFormatException e) {
      return ReasonCode.WRONG_TYPE;
    }
    if (Math.abs((long) value.scale()) > MAX_CHARS) {
      return ReasonCode.WRONG_TYPE;
    }
    if (value.scale() < 0) {
      value = value.setScale(0);
    }
    if (value.precision() <= LONG_DIGITS && value.scale() <= LONG_DIGITS) {
      row.set(column, value.unscaledValue().longValueExact(), value.scale());
    } else {
      row.set(column, value);
    }
    return null;
  }
}
