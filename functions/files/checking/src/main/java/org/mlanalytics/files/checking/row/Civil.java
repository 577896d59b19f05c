package org.mlanalytics.files.checking.row;

/** Dates and times of the form {@code 2024-03-01} and {@code 10:00:01}, read from chars. */
final class Civil {

  /** No date, or no time. */
  static final long NONE = Long.MIN_VALUE;

  /** Chars of a date. */
  static final int LENGTH = 10;

  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Civil() {}

  /** The epoch day of ten chars, or {@link #NONE}. */
  static long epochDay(char[] c, int at) {
    int year = two(c, at) * 100 + two(c, at + 2);
    int month = two(c, at + 5);
    int day = two(c, at + 8);
    if (two(c, at) < 0 || two(c, at + 2) < 0 || c[at + 4] != '-' || c[at + 7] != '-') {
      return NONE;
    }
    if (month < 1 || month > 12 || day < 1 || day > days(year, month)) {
      return NONE;
    }
    // days from 0000-03-01, so that the leap day is the last of its year
    int y = month > 2 ? year : year - 1;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365L + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468;
  }

  /** The second of the day of {@code HH:mm}, or {@link #NONE}. */
  static long minutes(char[] c, int at) {
    int hour = two(c, at);
    int minute = two(c, at + 3);
    return hour < 0 || hour > 23 || minute < 0 || minute > 59 || c[at + 2] != ':'
        ? NONE
        : hour * 3600L + minute * 60L;
  }

  /** The number of two digits, or a negative one. */
  static int two(char[] c, int at) {
    int tens = c[at] - '0';
    int ones = c[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -100 : 10 * tens + ones;
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
  }
}
