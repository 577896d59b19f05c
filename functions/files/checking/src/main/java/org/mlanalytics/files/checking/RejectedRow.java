package org.mlanalytics.files.checking;

import java.util.List;
import org.mlanalytics.files.checking.reason.Reason;

/**
 * A row that was put aside.
 *
 * @param line of the file on which it begins, from 1
 * @param reasons at least one; at most {@value #MAX_REASONS}
 * @param header the names of the file's columns, in its order
 * @param values its fields as they were written, each cut after {@value #MAX_CHARS} characters, at
 *     most {@value #MAX_TOTAL_CHARS} in all; more or fewer than the header where that is the fault;
 *     null for an absent one, and none at all for a row longer than the limit. A row that is no
 *     JSON is one value, its line
 */
public record RejectedRow(
    long line, List<Reason> reasons, List<String> header, List<String> values) {

  /** Reasons that are kept of one row. */
  public static final int MAX_REASONS = 20;

  /** Characters that are kept of one field. */
  public static final int MAX_CHARS = 1_000;

  /** Characters that are kept of one row. */
  public static final int MAX_TOTAL_CHARS = 100_000;
}
