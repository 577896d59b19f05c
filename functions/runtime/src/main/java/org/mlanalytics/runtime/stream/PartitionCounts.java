package org.mlanalytics.runtime.stream;

/**
 * What became of successive messages of one partition.
 *
 * @param firstOffset of the first message
 * @param lastOffset of the last message
 */
public record PartitionCounts(long firstOffset, long lastOffset, BatchCounts counts) {

  /** Both together. */
  public PartitionCounts plus(PartitionCounts other) {
    return new PartitionCounts(
        Math.min(firstOffset, other.firstOffset),
        Math.max(lastOffset, other.lastOffset),
        counts.plus(other.counts));
  }
}
