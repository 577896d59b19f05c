package org.mlanalytics.runtime.event;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.testing.TestConfig;

class RedeliveryTest {

  private final Redelivery redelivery =
      new Redelivery(
          TestConfig.of(
              AnalyticsConfig.class,
              Map.of("mla.events.topic", "steps", "mla.events.retry-for", "1500ms")));

  @Test
  void afterTheLimitTheFaultOfTheStepIsThrown() {
    AnalyticsException away = new AnalyticsException(ErrorCode.SOURCE_UNAVAILABLE, "away");
    AtomicInteger calls = new AtomicInteger();
    AnalyticsException thrown =
        assertThrows(
            AnalyticsException.class,
            () ->
                redelivery.untilDone(
                    () -> {
                      calls.incrementAndGet();
                      throw away;
                    }));
    assertSame(away, thrown);
    assertTrue(calls.get() > 1, calls + " calls");
  }

  @Test
  void whatStaysIsNotRepeated() {
    IllegalStateException broken = new IllegalStateException("broken");
    assertSame(
        broken,
        assertThrows(
            IllegalStateException.class,
            () ->
                redelivery.untilDone(
                    () -> {
                      throw broken;
                    })));
  }
}
