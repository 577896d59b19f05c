package org.mlanalytics.runtime.stream;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the messages of one transaction.
 *
 * @param in messages read
 * @param out rows published
 * @param filtered messages that are never published, by reason
 * @param deadLettered dead letters, by the kind of their reason: the code without its path
 */
public record BatchCounts(
    long in, long out, Map<String, Long> filtered, Map<String, Long> deadLettered) {

  /** Nothing yet. */
  public static final BatchCounts NONE = new BatchCounts(0, 0, Map.of(), Map.of());

  /** Keeps its own maps. */
  public BatchCounts {
    filtered = Map.copyOf(filtered);
    deadLettered = Map.copyOf(deadLettered);
  }

  /** Both together. */
  public BatchCounts plus(BatchCounts other) {
    return new BatchCounts(
        in + other.in,
        out + other.out,
        sum(filtered, other.filtered),
        sum(deadLettered, other.deadLettered));
  }

  private static Map<String, Long> sum(Map<String, Long> some, Map<String, Long> others) {
    Map<String, Long> sum = new TreeMap<>(some);
    others.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
    return sum;
  }
}
