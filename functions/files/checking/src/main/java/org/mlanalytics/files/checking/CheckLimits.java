package org.mlanalytics.files.checking;

import org.mlanalytics.files.checking.schema.Threshold;

/**
 * How much of a file is taken, so that memory is bounded whatever the file holds.
 *
 * @param maxColumns columns of a header
 * @param maxFieldChars characters of a field; a longer one refuses the file
 * @param maxRowChars characters of a row; a longer one is put aside
 * @param maxRows rows of a file
 * @param maxUniqueKeys keys that are remembered for each unique key, some 20 bytes each
 * @param rejectAbove when a file is refused for rows put aside, unless its schema says
 * @param maxQuarantined rows put aside, whatever their share; more end the check at once
 * @param sampleBytes bytes from which the types of a file without a schema are inferred
 */
public record CheckLimits(
    int maxColumns,
    int maxFieldChars,
    int maxRowChars,
    long maxRows,
    long maxUniqueKeys,
    Threshold rejectAbove,
    long maxQuarantined,
    int sampleBytes) {

  /** Limits that fit into a heap of 128 MB. */
  public static CheckLimits defaults() {
    return new CheckLimits(
        10_000,
        1 << 20,
        4 << 20,
        100_000_000,
        2_000_000,
        new Threshold(0.1, 100),
        1_000_000,
        1 << 20);
  }

  public CheckLimits {
    if (maxColumns < 1
        || maxFieldChars < 1
        || maxRowChars < 1
        || maxRows < 1
        || maxUniqueKeys < 1
        || maxQuarantined < 0
        || sampleBytes < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
