package org.mlanalytics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissedNightsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
  private static final String MIDNIGHT = "0 0 0 * * ?";

  @ParameterizedTest
  @CsvSource({
    // the night has begun
    "0 0 0 * * ?, 2023-07-11T06:00, 2023-07-11, false, ''",
    // the process was down at midnight
    "0 0 0 * * ?, 2023-07-11T06:00, 2023-07-10, true,  ''",
    // it was down for days: only the current date is caught up
    "0 0 0 * * ?, 2023-07-11T06:00, 2023-07-08, true,  '2023-07-09 2023-07-10'",
    // the time of the night has not come yet
    "0 0 3 * * ?, 2023-07-11T02:00, 2023-07-10, false, ''",
    "0 0 3 * * ?, 2023-07-11T02:00, 2023-07-09, false, '2023-07-10'",
    // Sundays only; 2023-07-11 is a Tuesday
    "0 0 0 ? * SUN, 2023-07-11T06:00, 2023-07-09, false, ''",
    "0 0 0 ? * SUN, 2023-07-11T06:00, 2023-07-02, false, '2023-07-09'",
    // somebody has run a later date
    "0 0 0 * * ?, 2023-07-11T06:00, 2023-07-12, false, ''"
  })
  void aScheduleIsComparedWithTheLastNight(
      String cron, LocalDateTime now, LocalDate last, boolean today, String earlier) {
    MissedNights missed = MissedNights.of(cron, now.atZone(ZONE), Optional.of(last));
    List<LocalDate> dates =
        Arrays.stream(earlier.split(" ")).filter(d -> !d.isEmpty()).map(LocalDate::parse).toList();
    assertEquals(new MissedNights(today, dates), missed);
  }

  @Test
  void theFirstNightEverIsCaughtUpAndNothingElse() {
    LocalDateTime now = LocalDateTime.parse("2023-07-11T06:00");
    assertEquals(
        new MissedNights(true, List.of()),
        MissedNights.of(MIDNIGHT, now.atZone(ZONE), Optional.empty()));
  }

  @Test
  void aLongGapIsToldInPart() {
    LocalDateTime now = LocalDateTime.parse("2023-07-11T06:00");
    Optional<LocalDate> last = Optional.of(LocalDate.of(2020, 1, 1));
    assertEquals(60, MissedNights.of(MIDNIGHT, now.atZone(ZONE), last).earlier().size());
  }
}
