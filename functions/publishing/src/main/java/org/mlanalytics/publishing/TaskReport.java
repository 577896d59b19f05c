package org.mlanalytics.publishing;

/**
 * Rows by a task's own report.
 *
 * @param processed rows ingested
 * @param withError rows ingested with a fault in some column
 * @param unparseable rows that could not be read
 * @param thrownAway rows outside the interval
 */
public record TaskReport(long processed, long withError, long unparseable, long thrownAway) {

  /** Whether the task ingested exactly these rows and lost none. */
  public boolean isExactly(long rows) {
    return processed == rows && withError == 0 && unparseable == 0 && thrownAway == 0;
  }

  @Override
  public String toString() {
    return "processed %d, with error %d, unparseable %d, thrown away %d"
        .formatted(processed, withError, unparseable, thrownAway);
  }
}
