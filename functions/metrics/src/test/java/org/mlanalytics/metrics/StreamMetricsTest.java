package org.mlanalytics.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlanalytics.runtime.stream.BatchCounts;

class StreamMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final StreamMetrics metrics = new StreamMetrics(registry);

  @Test
  void transactionsAreAddedUp() {
    BatchCounts counts = new BatchCounts(10, 30, Map.of("private", 2L), Map.of("not-json", 1L));
    metrics.committed("f", counts);
    metrics.committed("f", counts);
    metrics.committed("g", counts);

    assertEquals(20, counter("mla.stream.messages", "function", "f"));
    assertEquals(60, counter("mla.stream.rows", "function", "f"));
    assertEquals(4, counter("mla.stream.filtered", "function", "f", "reason", "private"));
    assertEquals(2, counter("mla.stream.dead.letters", "function", "f", "reason", "not-json"));
  }

  @Test
  void theLagIsThatOfTheLastPoll() {
    metrics.behind("f", 700);
    metrics.behind("g", 5);
    metrics.behind("f", 200);

    assertEquals(200, registry.get("mla.stream.lag").tags("function", "f").gauge().value());
    assertEquals(5, registry.get("mla.stream.lag").tags("function", "g").gauge().value());
  }

  private double counter(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }
}
