package org.mlanalytics.streaming;

import java.util.Map;
import java.util.TreeMap;
import org.mlanalytics.runtime.stream.BatchCounts;
import org.mlanalytics.runtime.stream.PartitionCounts;

/** Counts what becomes of the messages of one partition in one transaction. */
final class PartitionTally {

  private final Map<String, Long> filtered = new TreeMap<>();
  private final Map<String, Long> deadLettered = new TreeMap<>();
  private long first = -1;
  private long last;
  private long in;
  private long out;

  void read(long offset) {
    first = first < 0 ? offset : first;
    last = offset;
    in++;
  }

  void row() {
    out++;
  }

  void filtered(String reason) {
    filtered.merge(reason, 1L, Long::sum);
  }

  void deadLetter(String kind) {
    deadLettered.merge(kind, 1L, Long::sum);
  }

  PartitionCounts counts() {
    return new PartitionCounts(first, last, new BatchCounts(in, out, filtered, deadLettered));
  }
}
