package org.mlanalytics.runtime.event;

import java.util.Map;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.testing.TestConfig;

/** Makes outboxes that do not wait long for a broker. */
public final class TestOutbox {

  private TestOutbox() {}

  /** The outbox of a ledger. */
  public static Outbox of(RunLedger ledger, StepEvents events) {
    return new Outbox(
        ledger,
        events,
        TestConfig.of(
            AnalyticsConfig.class,
            Map.of("mla.events.topic", "steps", "mla.events.send-timeout", "50ms")));
  }
}
