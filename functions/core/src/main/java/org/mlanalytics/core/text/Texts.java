package org.mlanalytics.core.text;

/**
 * How free text is written into columns, so that reports that people open as CSV stay whole.
 * Sunbird ML analytics 6.0.0, pyspark_project_batch. A newline is {@code \r\n}, {@code \n} or
 * {@code \r}.
 */
public final class Texts {

  private static final char NO_REPLACEMENT = 0;

  private Texts() {}

  /** Without newlines and double quotes; null stays null. */
  public static String clean(String text) {
    return text == null || isClean(text) ? text : rewritten(text, NO_REPLACEMENT, true);
  }

  /** {@link #clean Cleaned} and in single quotes; null and {@code ""} stay as they are. */
  public static String quoted(String text) {
    return text == null || text.isEmpty() ? text : "'" + clean(text) + "'";
  }

  /** Every newline as one blank; null stays null. */
  public static String spaced(String text) {
    return text == null || isClean(text) ? text : rewritten(text, ' ', false);
  }

  /** {@code ""} for null. */
  public static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Whether there is a text: neither null nor {@code ""}. */
  public static boolean isPresent(String text) {
    return text != null && !text.isEmpty();
  }

  /** {@code "true"} or {@code "false"}, the given text for null. */
  public static String flag(Boolean flag, String otherwise) {
    return flag == null ? otherwise : flag.toString();
  }

  private static boolean isClean(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('"') < 0;
  }

  private static String rewritten(String text, char newline, boolean withoutQuotes) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        if (newline != NO_REPLACEMENT) {
          out.append(newline);
        }
      } else if (c != '"' || !withoutQuotes) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
