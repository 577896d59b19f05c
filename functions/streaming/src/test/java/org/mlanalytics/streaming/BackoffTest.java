package org.mlanalytics.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void pausesGrowToALimitAndBeginAgain() {
    Backoff backoff = new Backoff(() -> 1);
    assertEquals(
        List.of(200L, 400L, 800L, 1600L, 3200L, 6400L, 10000L, 10000L),
        Stream.generate(backoff::next).limit(8).map(Duration::toMillis).toList());
    backoff.reset();
    assertEquals(Duration.ofMillis(200), backoff.next());
  }

  @Test
  void jitterTakesUpToHalf() {
    assertEquals(Duration.ofMillis(100), new Backoff(() -> 0).next());
  }
}
