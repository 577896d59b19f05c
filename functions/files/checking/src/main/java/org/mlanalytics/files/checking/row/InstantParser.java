package org.mlanalytics.files.checking.row;

import org.mlanalytics.files.checking.reason.ReasonCode;

/**
 * Instants as {@code 2024-03-01T10:00:01.5Z}: a blank may stand for the {@code T}, seconds and
 * fraction may be missing, the zone is {@code Z}, {@code UTC}, {@code GMT} (a blank may stand
 * before) or an offset as {@code +05:30}, {@code +0530}, {@code +05}; without one the schema's.
 */
final class InstantParser implements ValueParser {

  private static final int TO_MINUTES = 16;

  private final LocalTimes localTimes;

  InstantParser(LocalTimes localTimes) {
    this.localTimes = localTimes;
  }

  @Override
  public ReasonCode parse(char[] c, int start, int length, Row row, int column) {
    if (length < TO_MINUTES || (c[start + 10] != 'T' && c[start + 10] != ' ')) {
      return ReasonCode.WRONG_TYPE;
    }
    long day = Civil.epochDay(c, start);
    long time = Civil.minutes(c, start + 11);
    if (day == Civil.NONE || time == Civil.NONE) {
      return ReasonCode.WRONG_TYPE;
    }
    int end = start + length;
    int at = start + TO_MINUTES;
    int nanos = 0;
    if (at + 2 < end && c[at] == ':') {
      int second = Civil.two(c, at + 1);
      if (second < 0 || second > 59) {
        return ReasonCode.WRONG_TYPE;
      }
      time += second;
      at += 3;
      if (at < end && c[at] == '.') {
        int digits = digits(c, at + 1, end);
        if (digits < 1 || digits > 9) {
          return ReasonCode.WRONG_TYPE;
        }
        nanos = nanos(c, at + 1, digits);
        at += 1 + digits;
      }
    }
    long local = day * 86_400 + time;
    if (at == end) {
      return localTimes.set(row, column, local, nanos);
    }
    int offset = offset(c, at, end);
    if (offset == Integer.MIN_VALUE) {
      return ReasonCode.WRONG_TYPE;
    }
    row.set(column, local - offset, nanos);
    return null;
  }

  private static int digits(char[] c, int from, int end) {
    int i = from;
    while (i < end && c[i] >= '0' && c[i] <= '9') {
      i++;
    }
    return i - from;
  }

  private static int nanos(char[] c, int from, int digits) {
    int nanos = 0;
    for (int i = 0; i < 9; i++) {
      nanos = 10 * nanos + (i < digits ? c[from + i] - '0' : 0);
    }
    return nanos;
  }

  /** Seconds east of Greenwich; the smallest int when it is no zone. */
  private static int offset(char[] c, int from, int end) {
    int at = c[from] == ' ' ? from + 1 : from;
    int length = end - at;
    if (is("Z", c, at, length) || is("UTC", c, at, length) || is("GMT", c, at, length)) {
      return 0;
    }
    if (length < 3 || (c[at] != '+' && c[at] != '-')) {
      return Integer.MIN_VALUE;
    }
    int hours = Civil.two(c, at + 1);
    int minutes =
        switch (length) {
          case 3 -> 0;
          case 5 -> Civil.two(c, at + 3);
          case 6 -> c[at + 3] == ':' ? Civil.two(c, at + 4) : -1;
          default -> -1;
        };
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3600 + minutes * 60;
    return c[at] == '-' ? -seconds : seconds;
  }

  private static boolean is(String word, char[] c, int at, int length) {
    if (length != word.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (c[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
