package org.mlanalytics.runtime.run;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the current attempt of a long run has come; the last one told stays when the run ends.
 *
 * @param documents documents read
 * @param rows rows written
 * @param bytes bytes that the store has taken
 * @param documentsPerSecond documents read a second, since the work began
 * @param rowsPerSecond rows written a second, since the work began
 * @param at when it was told
 */
public record Progress(
    long documents,
    long rows,
    long bytes,
    long documentsPerSecond,
    long rowsPerSecond,
    Instant at) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** The progress after some time of work. */
  public static Progress after(
      Duration worked, long documents, long rows, long bytes, Instant now) {
    double seconds = Math.max(1, worked.toNanos()) / NANOS_PER_SECOND;
    return new Progress(
        documents, rows, bytes, Math.round(documents / seconds), Math.round(rows / seconds), now);
  }
}
