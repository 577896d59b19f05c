package org.mlanalytics.streaming;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Which messages of a partition are done with, as it is committed: the offset behind the last one,
 * and the ranges in the metadata, like {@code 0-41,43-50}. Offsets that nobody ever delivers, such
 * as those of transaction markers, are gaps. Of more than {@link #MOST} ranges the lowest are
 * forgotten: to publish a message twice is better than to lose one.
 */
record DoneOffsets(List<Range> ranges) {

  /** As many as surely fit into the 4096 bytes that a broker takes by default. */
  static final int MOST = 100;

  static final DoneOffsets NONE = new DoneOffsets(List.of());

  private static final Pattern RANGE = Pattern.compile("(\\d{1,19})-(\\d{1,19})");

  /** Offsets from the first to the last one. */
  record Range(long first, long last) {

    private boolean touches(Range other) {
      return first <= other.last + 1 && other.first <= last + 1;
    }

    private Range with(Range other) {
      return new Range(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  /**
   * Reads what is committed. A consumer of the same group commits no ranges: then all messages
   * before the offset are done with.
   *
   * @param committed null if nothing is
   */
  static DoneOffsets of(OffsetAndMetadata committed) {
    if (committed == null || committed.offset() == 0) {
      return NONE;
    }
    List<Range> ranges = new ArrayList<>();
    Matcher range = RANGE.matcher(committed.metadata());
    while (range.find()) {
      ranges.add(new Range(Long.parseLong(range.group(1)), Long.parseLong(range.group(2))));
    }
    return new DoneOffsets(
        ranges.isEmpty() ? List.of(new Range(0, committed.offset() - 1)) : List.copyOf(ranges));
  }

  boolean has(long offset) {
    return ranges.stream().anyMatch(range -> range.first <= offset && offset <= range.last);
  }

  DoneOffsets with(long offset) {
    Range added = new Range(offset, offset);
    List<Range> next = new ArrayList<>();
    for (Range range : ranges) {
      if (range.touches(added)) {
        added = added.with(range);
      } else {
        next.add(range);
      }
    }
    int place = 0;
    while (place < next.size() && next.get(place).last < added.first) {
      place++;
    }
    next.add(place, added);
    return new DoneOffsets(List.copyOf(next.subList(Math.max(0, next.size() - MOST), next.size())));
  }

  /** What to commit; there has to be a range. */
  OffsetAndMetadata toCommit() {
    String text =
        ranges.stream()
            .map(range -> range.first + "-" + range.last)
            .collect(Collectors.joining(","));
    return new OffsetAndMetadata(ranges.get(ranges.size() - 1).last + 1, text);
  }
}
