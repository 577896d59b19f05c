package org.mlanalytics.files.checking.schema;

/**
 * When a file is refused for the rows that were put aside: when they are more than both.
 *
 * @param share of all rows, 0 to 1
 * @param rows a number of rows, so that a small file is not refused for a few
 */
public record Threshold(double share, long rows) {

  public Threshold {
    if (!(share >= 0 && share <= 1) || rows < 0) {
      throw new IllegalArgumentException("share is 0 to 1, rows is not negative");
    }
  }

  /** Whether so many rows put aside are too many. */
  public boolean exceededBy(long quarantined, long all) {
    return quarantined > rows && quarantined > share * all;
  }
}
