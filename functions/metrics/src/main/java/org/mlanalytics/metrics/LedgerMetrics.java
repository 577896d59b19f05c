package org.mlanalytics.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * What the ledger tells of all processes together, asked when metrics are read and at most every
 * fifteen seconds. A ledger that cannot be asked gives no number.
 */
@ApplicationScoped
public class LedgerMetrics {

  private static final long FRESH_NANOS = Duration.ofSeconds(15).toNanos();
  private static final double MILLIS_PER_SECOND = 1000;

  private final Provider<RunLedger> ledger;
  private final Provider<LedgerClock> clock;
  private double seconds;
  private long askedAt = System.nanoTime() - FRESH_NANOS;

  LedgerMetrics(Provider<RunLedger> ledger, Provider<LedgerClock> clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  void register(@Observes StartupEvent start, MeterRegistry registry) {
    Gauge.builder("mla.publication.pending.age", this, LedgerMetrics::oldestPending)
        .description("Age of the oldest publication that Druid has not ended")
        .baseUnit("seconds")
        .register(registry);
  }

  /** Seconds since the oldest unfinished publication was claimed; 0 without one. */
  synchronized double oldestPending() {
    if (System.nanoTime() - askedAt >= FRESH_NANOS) {
      seconds = ask();
      askedAt = System.nanoTime();
    }
    return seconds;
  }

  private double ask() {
    try {
      Optional<Instant> oldest =
          Stream.of(RunState.SUBMITTING, RunState.SUBMITTED)
              .flatMap(state -> ledger.get().inState(state).stream())
              .map(Run::startedAt)
              .min(Instant::compareTo);
      return oldest.isEmpty()
          ? 0
          : Duration.between(oldest.get(), clock.get().now()).toMillis() / MILLIS_PER_SECOND;
    } catch (RuntimeException away) {
      return Double.NaN;
    }
  }
}
