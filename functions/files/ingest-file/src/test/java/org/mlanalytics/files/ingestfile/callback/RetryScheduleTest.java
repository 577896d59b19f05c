package org.mlanalytics.files.ingestfile.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Instant END = Instant.parse("2024-03-01T12:00:00Z");
  private static final RetrySchedule SCHEDULE =
      new RetrySchedule(
          List.of(Duration.ofSeconds(10), Duration.ofMinutes(1)), Duration.ofHours(1));

  @Test
  void pausesGrowAndTheLastIsRepeated() {
    assertEquals(Optional.of(END.plusSeconds(10)), SCHEDULE.next(1, END, END, 0.5));
    assertEquals(Optional.of(END.plusSeconds(60)), SCHEDULE.next(2, END, END, 0.5));
    assertEquals(Optional.of(END.plusSeconds(60)), SCHEDULE.next(9, END, END, 0.5));
  }

  @Test
  void pausesVaryByAFifth() {
    assertEquals(Optional.of(END.plusSeconds(8)), SCHEDULE.next(1, END, END, 0));
    assertEquals(Optional.of(END.plusSeconds(12)), SCHEDULE.next(1, END, END, 1));
  }

  @Test
  void theLastAttemptIsWithinTheLimit() {
    Instant late = END.plus(Duration.ofMinutes(59));
    assertEquals(Optional.of(END.plus(Duration.ofHours(1))), SCHEDULE.next(5, END, late, 0.5));
    assertEquals(Optional.empty(), SCHEDULE.next(5, END, late.plusMillis(1), 0.5));
  }

  @Test
  void withoutAPauseThereIsNoSchedule() {
    Duration hour = Duration.ofHours(1);
    assertThrows(IllegalArgumentException.class, () -> new RetrySchedule(List.of(), hour));
    assertThrows(
        IllegalArgumentException.class, () -> new RetrySchedule(List.of(Duration.ZERO), hour));
  }

  @Test
  void anOldRequestIsLookedAtLessOften() {
    assertEquals(Duration.ofSeconds(5), RetrySchedule.untilNextLook(Duration.ofSeconds(3)));
    assertEquals(Duration.ofSeconds(15), RetrySchedule.untilNextLook(Duration.ofSeconds(60)));
    assertEquals(Duration.ofMinutes(10), RetrySchedule.untilNextLook(Duration.ofDays(3)));
  }
}
