package org.mlanalytics.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.mlanalytics.runtime.stream.BatchCounts;
import org.mlanalytics.runtime.stream.StreamObserver;

/**
 * Counts what stream functions do, and how far they are behind. Reasons are those of counts,
 * without their paths: their number does not grow with the data.
 */
@Singleton
public final class StreamMetrics implements StreamObserver {

  private static final String FUNCTION = "function";
  private static final String REASON = "reason";

  private final MeterRegistry registry;
  private final Map<String, AtomicLong> behind = new ConcurrentHashMap<>();

  StreamMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void committed(String function, BatchCounts counts) {
    registry.counter("mla.stream.messages", FUNCTION, function).increment(counts.in());
    registry.counter("mla.stream.rows", FUNCTION, function).increment(counts.out());
    counts.filtered().forEach((why, n) -> count("mla.stream.filtered", function, why, n));
    counts.deadLettered().forEach((why, n) -> count("mla.stream.dead.letters", function, why, n));
  }

  private void count(String name, String function, String reason, long messages) {
    registry.counter(name, FUNCTION, function, REASON, reason).increment(messages);
  }

  @Override
  public void behind(String function, long messages) {
    behind.computeIfAbsent(function, this::gauge).set(messages);
  }

  private AtomicLong gauge(String function) {
    AtomicLong value = new AtomicLong();
    Gauge.builder("mla.stream.lag", value, AtomicLong::doubleValue)
        .description("Messages that a function has not fetched yet")
        .tag(FUNCTION, function)
        .register(registry);
    return value;
  }
}
