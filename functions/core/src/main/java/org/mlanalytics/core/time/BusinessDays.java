package org.mlanalytics.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * Where the rows of a business date stand on Druid's time line: all at its first instant, within
 * one day of UTC.
 *
 * @param zone zone of business dates
 * @param from first date that is used
 */
public record BusinessDays(ZoneId zone, LocalDate from) {

  private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  /** The first instant of a date, however late its rows are made. */
  public Instant firstInstant(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  /**
   * The one day of UTC that contains the first instant, ISO 8601, such as {@code
   * 2023-07-10/2023-07-11}. Never the 24 hours of the date: Druid would widen them to two days and
   * replace the neighbour's too.
   */
  public String interval(LocalDate date) {
    LocalDate day = utcDay(date);
    return day + "/" + day.plusDays(1);
  }

  /** Whether the date is one that is used. */
  public boolean contains(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(LAST);
  }

  /**
   * The first date whose first instant shares its UTC day with that of the date before: publishing
   * one would remove the other. Null if there is none, as in every zone that stays on one side of
   * Greenwich.
   */
  public LocalDate firstCollision() {
    ZoneRules rules = zone.getRules();
    if (rules.nextTransition(firstInstant(from)) == null) {
      return null;
    }
    LocalDate before = utcDay(from);
    for (LocalDate date = from.plusDays(1); !date.isAfter(LAST); date = date.plusDays(1)) {
      LocalDate day = utcDay(date);
      if (!day.isAfter(before)) {
        return date;
      }
      before = day;
    }
    return null;
  }

  private LocalDate utcDay(LocalDate date) {
    return firstInstant(date).atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
