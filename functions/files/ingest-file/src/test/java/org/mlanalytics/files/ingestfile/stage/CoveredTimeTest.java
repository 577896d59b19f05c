package org.mlanalytics.files.ingestfile.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlanalytics.core.dataset.Granularity;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

class CoveredTimeTest {

  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "HOUR, 2024-03-01T12:00:00.000Z/2024-03-01T13:00:00.000Z",
    "DAY, 2024-03-01T00:00:00.000Z/2024-03-02T00:00:00.000Z",
    "MONTH, 2024-03-01T00:00:00.000Z/2024-04-01T00:00:00.000Z",
    "YEAR, 2024-01-01T00:00:00.000Z/2025-01-01T00:00:00.000Z"
  })
  void oneTimeCoversItsSpan(Granularity span, String interval) {
    assertEquals(interval, interval(span, NOON));
  }

  @Test
  void fromTheSpanOfTheEarliestToThatOfTheLatest() {
    assertEquals(
        "2024-02-29T23:00:00.000Z/2024-03-01T13:00:00.000Z",
        interval(
            Granularity.HOUR,
            NOON,
            Instant.parse("2024-02-29T23:59:59.999999999Z"),
            Instant.parse("2024-03-01T12:59:59.999Z")));
    assertEquals(
        "1969-12-01T00:00:00.000Z/1970-02-01T00:00:00.000Z",
        interval(Granularity.MONTH, Instant.EPOCH, Instant.EPOCH.minusNanos(1)));
  }

  @Test
  void theFirstInstantOfASpanIsNotInTheOneBefore() {
    assertEquals(
        "2024-03-01T12:00:00.000Z/2024-03-01T14:00:00.000Z",
        interval(Granularity.HOUR, NOON, NOON.plus(Duration.ofHours(1))));
  }

  @Test
  void noTimeCoversNothing() {
    assertNull(interval(Granularity.DAY));
  }

  @Test
  void asManySpansAsDruidWritesInATime() {
    Instant last = NOON.plus(Duration.ofHours(CoveredTime.MOST_SPANS - 1));
    assertEquals(
        "2024-03-01T12:00:00.000Z/2024-04-12T04:00:00.000Z",
        interval(Granularity.HOUR, NOON, last));

    refused(Granularity.HOUR, NOON, last.plus(Duration.ofHours(1)));
  }

  @Test
  void aWrongDateIsNotAMillionOfSegmentsAndIsNotTold() {
    AnalyticsException refused =
        refused(Granularity.HOUR, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    assertFalse(refused.getMessage().contains("2100"), refused.getMessage());
  }

  @Test
  void yearsThatAreNotFourDigitsAreRefused() {
    refused(Granularity.YEAR, Instant.parse("9999-12-31T00:00:00Z"));
    refused(Granularity.DAY, Instant.parse("-0001-12-31T00:00:00Z"));
  }

  private static AnalyticsException refused(Granularity span, Instant... times) {
    AnalyticsException refused =
        assertThrows(AnalyticsException.class, () -> interval(span, times));
    assertEquals(ErrorCode.FILE_INTERVAL, refused.code());
    assertFalse(refused.isTransient());
    return refused;
  }

  private static String interval(Granularity span, Instant... times) {
    CoveredTime covered = new CoveredTime(span);
    List.of(times).forEach(covered::add);
    return covered.interval();
  }
}
