package org.mlanalytics.files.checking;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.files.checking.row.ColumnType;
import org.mlanalytics.files.checking.row.Row;
import org.mlanalytics.files.checking.row.ValueParser;

/** The narrowest type that all values of a column have; text when there is none, or no value. */
final class TypeGuess {

  private static final List<ColumnType> NARROW_FIRST =
      List.of(
          ColumnType.BOOLEAN,
          ColumnType.INTEGER,
          ColumnType.DECIMAL,
          ColumnType.DATE,
          ColumnType.INSTANT);

  private final List<ColumnType> left = new ArrayList<>(NARROW_FIRST);
  private final Row scratch = new Row(List.of("value"), List.of(ColumnType.TEXT));
  private boolean any;

  /** Looks at a value; at none when it is empty or absent. */
  void look(char[] chars, int start, int length) {
    if (length <= 0) {
      return;
    }
    any = true;
    for (int i = left.size() - 1; i >= 0; i--) {
      if (!fits(left.get(i), chars, start, length)) {
        left.remove(i);
      }
    }
  }

  ColumnType type() {
    return any && !left.isEmpty() ? left.get(0) : ColumnType.TEXT;
  }

  private boolean fits(ColumnType type, char[] chars, int start, int length) {
    if ((type == ColumnType.INTEGER || type == ColumnType.DECIMAL)
        && isCode(chars, start, length)) {
      return false;
    }
    return PARSERS.get(NARROW_FIRST.indexOf(type)).parse(chars, start, length, scratch, 0) == null;
  }

  /**
   * Digits that begin with 0, or with a plus: codes and telephone numbers, which must not change.
   */
  private static boolean isCode(char[] chars, int start, int length) {
    boolean zero = length > 1 && chars[start] == '0' && Character.isDigit(chars[start + 1]);
    return zero || chars[start] == '+';
  }

  private static final List<ValueParser> PARSERS =
      NARROW_FIRST.stream().map(type -> ValueParser.of(type, null, ZoneOffset.UTC)).toList();
}
