package org.mlanalytics.files.checking.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.mlanalytics.files.checking.reason.ReasonCode;

/** Instants and dates of a pattern that a schema gives. Slower than the usual forms. */
final class FormattedTimes {

  private FormattedTimes() {}

  static ValueParser instants(String pattern, LocalTimes localTimes) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    return (chars, start, length, row, column) -> {
      TemporalAccessor found;
      try {
        found =
            format.parseBest(
                new String(chars, start, length), ZonedDateTime::from, LocalDateTime::from);
      } catch (DateTimeException e) {
        return ReasonCode.WRONG_TYPE;
      }
      if (found instanceof ZonedDateTime zoned) {
        row.set(column, zoned.toEpochSecond(), zoned.getNano());
        return null;
      }
      LocalDateTime local = (LocalDateTime) found;
      return localTimes.set(row, column, local.toEpochSecond(ZoneOffset.UTC), local.getNano());
    };
  }

  static ValueParser dates(String pattern) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    return (chars, start, length, row, column) -> {
      try {
        row.set(column, LocalDate.parse(new String(chars, start, length), format).toEpochDay());
        return null;
      } catch (DateTimeException e) {
        return ReasonCode.WRONG_TYPE;
      }
    };
  }
}
