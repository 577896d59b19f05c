package org.mlanalytics.runtime.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.runtime.testing.Requests;

class NoSpansTest {

  private static final String CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Test
  void theContextOfACallerTravelsOn() {
    assertEquals(CALLER, traceparent(CALLER));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "somebody@example.org",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
      })
  void whatIsNoContextIsReplacedByANewOne(String received) {
    String traceparent = traceparent(received);

    assertNull(TraceContext.of(received));
    assertEquals(traceparent, TraceContext.of(traceparent).traceparent());
    assertNotEquals(traceparent, traceparent(received));
  }

  private static String traceparent(String received) {
    return new NoSpans()
        .attempt(Requests.event(Requests.identity("extract-projects", "p1"), 1).in(received))
        .traceparent();
  }
}
