package org.mlanalytics.runtime.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mlanalytics.runtime.testing.TestTime;

class LedgerClockTest {

  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  private final TestTime time = new TestTime();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void tellsTheServersTimeWhateverTheLocalClockSays() {
    LedgerClock clock = skewed(Duration.ofHours(7));

    assertEquals(time.instant(), clock.now());
    time.advance(Duration.ofSeconds(59));
    assertEquals(time.instant(), clock.now());
  }

  @Test
  void asksTheServerOnceAMinute() {
    LedgerClock clock = skewed(Duration.ZERO);
    for (int second = 0; second <= 61; second++) {
      clock.now();
      time.advance(Duration.ofSeconds(1));
    }

    assertEquals(2, asked.get());
  }

  @Test
  void asksAgainWhenTheLocalClockWasSetBack() {
    TestTime local = new TestTime();
    LedgerClock clock = new LedgerClock(local, this::server, KOLKATA);
    clock.now();
    local.advance(Duration.ofMinutes(-10));

    assertEquals(time.instant(), clock.now());
  }

  @Test
  void businessDateBeginsAtMidnightOfItsZone() {
    Instant midnight = Instant.parse("2023-07-10T18:30:00Z");

    assertEquals(LocalDate.of(2023, 7, 10), at(midnight.minusMillis(1)).businessDate());
    assertEquals(LocalDate.of(2023, 7, 11), at(midnight).businessDate());
  }

  private LedgerClock skewed(Duration skew) {
    return new LedgerClock(Clock.offset(time, skew), this::server, KOLKATA);
  }

  private static LedgerClock at(Instant instant) {
    return new LedgerClock(Clock.fixed(instant, KOLKATA), () -> instant, KOLKATA);
  }

  private Instant server() {
    asked.incrementAndGet();
    return time.instant();
  }
}
