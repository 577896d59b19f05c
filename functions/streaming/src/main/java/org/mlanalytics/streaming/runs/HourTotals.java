package org.mlanalytics.streaming.runs;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.mlanalytics.runtime.stream.PartitionCounts;

/**
 * What this process did, by hour, since it began; hours that are over are forgotten once they are
 * written. Thread-safe.
 */
final class HourTotals {

  private final Clock clock;
  private final Map<StreamHour, PartitionCounts> totals = new HashMap<>();
  private final Map<StreamHour, PartitionCounts> written = new HashMap<>();

  HourTotals(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(String function, String topic, Map<Integer, PartitionCounts> partitions) {
    Instant hour = hour();
    partitions.forEach(
        (partition, done) ->
            totals.merge(
                new StreamHour(function, topic, partition, hour), done, PartitionCounts::plus));
  }

  /** The totals that changed since they were written. */
  synchronized Map<StreamHour, PartitionCounts> unwritten() {
    Map<StreamHour, PartitionCounts> unwritten = new HashMap<>(totals);
    unwritten.entrySet().removeIf(total -> total.getValue().equals(written.get(total.getKey())));
    return unwritten;
  }

  /** These are written. */
  synchronized void written(Map<StreamHour, PartitionCounts> done) {
    Instant hour = hour();
    written.putAll(done);
    totals
        .entrySet()
        .removeIf(
            total ->
                total.getKey().hour().isBefore(hour)
                    && total.getValue().equals(written.get(total.getKey())));
    written.keySet().retainAll(totals.keySet());
  }

  private Instant hour() {
    return clock.instant().truncatedTo(ChronoUnit.HOURS);
  }
}
