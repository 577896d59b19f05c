package org.mlanalytics.files.fetching;

import java.time.Duration;

/** The end of a transfer's total time. */
final class Deadline {

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline after(Duration total) {
    return new Deadline(System.nanoTime() + total.toNanos());
  }

  /** What is left, but not more than the limit; 0 when it is over. */
  int millis(Duration limit) {
    return (int) Math.min(limit.toMillis(), left());
  }

  boolean isOver() {
    return left() == 0;
  }

  private long left() {
    return Math.max(0, (end - System.nanoTime()) / 1_000_000);
  }
}
