package org.mlanalytics.core.row;

import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.source.ValueType;

/**
 * A text or a number as the source has it.
 *
 * @param text the text, or the digits of the number as they are stored
 * @param number whether it is a number that JSON can hold
 */
public record Scalar(String text, boolean number) {

  /** The empty text. */
  public static final Scalar EMPTY = text("");

  /** The number 0. */
  public static final Scalar ZERO = number(0);

  /** A text. */
  public static Scalar text(String text) {
    return new Scalar(text, false);
  }

  /** A whole number. */
  public static Scalar number(long number) {
    return new Scalar(Long.toString(number), true);
  }

  /**
   * The value as it is stored: numbers stay numbers, ids and instants become text; null if it is
   * missing or null. A boolean, list or document is of a wrong type.
   */
  public static Scalar of(Value value) {
    String text = value.text();
    if (text == null) {
      return null;
    }
    boolean number = value.type() == ValueType.INTEGER || value.type() == ValueType.NUMBER;
    return new Scalar(text, number && isFinite(text));
  }

  /** {@link #of}, the empty text if the value is missing or null. */
  public static Scalar orEmpty(Value value) {
    Scalar scalar = of(value);
    return scalar == null ? EMPTY : scalar;
  }

  /** Whether it is the number 0, however written, or the empty text. */
  public boolean isEmpty() {
    return number ? isZero() : text.isEmpty();
  }

  // A database also stores NaN and Infinity.
  private static boolean isFinite(String number) {
    return Character.isDigit(number.charAt(number.length() - 1));
  }

  private boolean isZero() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }
}
