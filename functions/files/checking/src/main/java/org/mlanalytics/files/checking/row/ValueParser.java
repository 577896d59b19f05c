package org.mlanalytics.files.checking.row;

import java.time.ZoneId;
import org.mlanalytics.files.checking.reason.ReasonCode;

/** Turns the text of a field into the value of a column. */
public interface ValueParser {

  /**
   * Sets the value of a column; without garbage in the usual case.
   *
   * @param chars the text lies in it; for a text column it is the row's own buffer
   * @return null when it was set, else what is wrong
   */
  ReasonCode parse(char[] chars, int start, int length, Row row, int column);

  /**
   * The parser of a column.
   *
   * @param format a pattern as {@link java.time.format.DateTimeFormatter} has them, for instants
   *     and dates; null for the usual forms
   * @param zone of times without one; null when there is none
   * @throws IllegalArgumentException for a pattern that is none
   */
  static ValueParser of(ColumnType type, String format, ZoneId zone) {
    return switch (type) {
      case TEXT -> ValueParser::text;
      case INTEGER -> Numbers::integer;
      case DECIMAL -> Numbers::decimal;
      case BOOLEAN -> ValueParser::bool;
      case INSTANT ->
          format == null
              ? new InstantParser(new LocalTimes(zone))
              : FormattedTimes.instants(format, new LocalTimes(zone));
      case DATE -> format == null ? ValueParser::date : FormattedTimes.dates(format);
    };
  }

  private static ReasonCode text(char[] chars, int start, int length, Row row, int column) {
    row.set(column, start, length);
    return null;
  }

  private static ReasonCode bool(char[] chars, int start, int length, Row row, int column) {
    if (spells("true", chars, start, length)) {
      row.set(column, 1);
      return null;
    }
    if (spells("false", chars, start, length)) {
      row.set(column, 0);
      return null;
    }
    return ReasonCode.WRONG_TYPE;
  }

  private static ReasonCode date(char[] chars, int start, int length, Row row, int column) {
    long day = length == Civil.LENGTH ? Civil.epochDay(chars, start) : Civil.NONE;
    if (day == Civil.NONE) {
      return ReasonCode.WRONG_TYPE;
    }
    row.set(column, day);
    return null;
  }

  private static boolean spells(String word, char[] chars, int start, int length) {
    if (length != word.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = chars[start + i];
      if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
