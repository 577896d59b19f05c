package org.mlanalytics.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDaysTest {

  private static final LocalDate FROM = LocalDate.of(2015, 1, 1);

  @ParameterizedTest
  @CsvSource({
    "Asia/Kolkata,     2023-07-11, 2023-07-10T18:30:00Z, 2023-07-10/2023-07-11",
    "UTC,              2023-07-11, 2023-07-11T00:00:00Z, 2023-07-11/2023-07-12",
    "America/New_York, 2023-07-11, 2023-07-11T04:00:00Z, 2023-07-11/2023-07-12",
    "Asia/Kolkata,     2024-01-01, 2023-12-31T18:30:00Z, 2023-12-31/2024-01-01"
  })
  void aDateStandsAtItsFirstInstantWithinOneDayOfUtc(
      String zone, LocalDate date, String instant, String interval) {
    BusinessDays days = new BusinessDays(ZoneId.of(zone), FROM);
    assertEquals(instant, days.firstInstant(date).toString());
    assertEquals(interval, days.interval(date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Asia/Kolkata", "UTC", "Africa/Nairobi", "America/New_York", "Pacific/Apia"})
  void mostZonesGiveEachDateADayOfItsOwn(String zone) {
    BusinessDays days = new BusinessDays(ZoneId.of(zone), FROM);
    assertNull(days.firstCollision());
    Set<String> intervals = new HashSet<>();
    for (LocalDate date = FROM; date.getYear() < 2031; date = date.plusDays(1)) {
      assertTrue(intervals.add(days.interval(date)), date.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    // summer time begins: midnight moves to the day before, seen from Greenwich
    "Europe/London, 2015-01-01, 2015-03-30",
    // a date that was left out begins when the next one does
    "Pacific/Apia,  2011-01-01, 2011-12-31"
  })
  void aZoneInWhichTwoDatesShareADayIsFound(String zone, LocalDate from, LocalDate collision) {
    BusinessDays days = new BusinessDays(ZoneId.of(zone), from);
    assertEquals(collision, days.firstCollision());
    assertEquals(days.interval(collision.minusDays(1)), days.interval(collision));
  }

  @Test
  void datesOutsideTheRangeAreNotUsed() {
    BusinessDays days = new BusinessDays(ZoneId.of("Asia/Kolkata"), FROM);
    assertTrue(days.contains(FROM));
    assertFalse(days.contains(FROM.minusDays(1)));
    assertTrue(days.contains(LocalDate.of(2100, 12, 31)));
    assertFalse(days.contains(LocalDate.of(2101, 1, 1)));
  }
}
