package org.mlanalytics.files.checking.export;

import java.util.regex.Pattern;

/**
 * Makes texts harmless in a spreadsheet. Only for what people open: data that are kept or loaded
 * stay as they are.
 */
public final class SpreadsheetText {

  private static final String FORMULA_BEGINS = "=+-@\t\r";

  /** A signed number is no formula. */
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");

  private SpreadsheetText() {}

  /**
   * Puts an apostrophe before a text that a spreadsheet would take for a formula: one that begins
   * with {@code = + - @}, a tab or a carriage return, also behind blanks or newlines, and is no
   * number.
   */
  public static String neutralise(String text) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    int first = 0;
    while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\n')) {
      first++;
    }
    boolean formula =
        first < text.length()
            && (FORMULA_BEGINS.indexOf(text.charAt(first)) >= 0 || isWide(text.charAt(first)));
    return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  /** The full-width forms of the same signs, which some spreadsheets read alike. */
  private static boolean isWide(char c) {
    return c == '\uFF1D' || c == '\uFF0B' || c == '\uFF0D' || c == '\uFF20';
  }
}
