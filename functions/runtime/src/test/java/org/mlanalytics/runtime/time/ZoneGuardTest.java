package org.mlanalytics.runtime.time;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.testing.TestConfig;

class ZoneGuardTest {

  @Test
  void aZoneInWhichDatesShareADayOfUtcKeepsTheProcessFromStarting() {
    AnalyticsException refused =
        assertThrows(AnalyticsException.class, () -> start("Europe/London", "2015-01-01"));
    assertEquals(ErrorCode.ZONE_UNFIT, refused.code());
    assertThrows(AnalyticsException.class, () -> start("Pacific/Apia", "2011-01-01"));
  }

  @Test
  void otherZonesAndLaterDatesStart() {
    assertDoesNotThrow(() -> start("Asia/Kolkata", "2015-01-01"));
    assertDoesNotThrow(() -> start("Pacific/Apia", "2015-01-01"));
  }

  private static void start(String zone, String from) {
    new ZoneGuard(
            TestConfig.of(
                AnalyticsConfig.class,
                Map.of("mla.events.topic", "steps", "mla.zone", zone, "mla.snapshots-from", from)))
        .check(null);
  }
}
