package org.mlanalytics.files.ingestfile.stage;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.mlanalytics.core.dataset.Granularity;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** The whole hours, days, months or years of UTC in which the times of a file's rows lie. */
final class CoveredTime {

  /** Druid writes a segment for each span, one after the other: more take many minutes. */
  static final long MOST_SPANS = 1_000;

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
  private static final int LAST_YEAR = 9999;

  private static final Map<Granularity, ChronoUnit> UNITS =
      Map.of(
          Granularity.HOUR, ChronoUnit.HOURS,
          Granularity.DAY, ChronoUnit.DAYS,
          Granularity.MONTH, ChronoUnit.MONTHS,
          Granularity.YEAR, ChronoUnit.YEARS);

  private final ChronoUnit unit;
  private Instant first;
  private Instant last;

  /** Nothing yet, in spans of {@code HOUR}, {@code DAY}, {@code MONTH} or {@code YEAR}. */
  CoveredTime(Granularity span) {
    this.unit = UNITS.get(span);
  }

  void add(Instant time) {
    if (first == null || time.isBefore(first)) {
      first = time;
    }
    if (last == null || time.isAfter(last)) {
      last = time;
    }
  }

  /**
   * From the beginning of the span of the earliest time to the end of that of the latest, ISO 8601;
   * null when there is no time.
   *
   * @throws AnalyticsException {@link ErrorCode#FILE_INTERVAL} when it is too long, or is not
   *     within the years 0 to 9999
   */
  String interval() {
    if (first == null) {
      return null;
    }
    LocalDateTime from = beginning(first);
    LocalDateTime to = beginning(last).plus(1, unit);
    long spans = unit.between(from, to);
    if (spans > MOST_SPANS) {
      throw new AnalyticsException(
          ErrorCode.FILE_INTERVAL,
          "the rows lie in %d %s, at most %d are replaced at once"
              .formatted(spans, unit.name().toLowerCase(Locale.ROOT), MOST_SPANS));
    }
    if (from.getYear() < 0 || to.getYear() > LAST_YEAR) {
      throw new AnalyticsException(
          ErrorCode.FILE_INTERVAL, "a row lies outside the years 0 to " + LAST_YEAR);
    }
    return ISO.format(from) + "/" + ISO.format(to);
  }

  private LocalDateTime beginning(Instant time) {
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    return switch (unit) {
      case MONTHS -> utc.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
      case YEARS -> utc.truncatedTo(ChronoUnit.DAYS).withDayOfYear(1);
      default -> utc.truncatedTo(unit);
    };
  }
}
