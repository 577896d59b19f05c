package org.mlanalytics.files.checking;

import java.util.List;
import org.mlanalytics.files.checking.count.Hash;
import org.mlanalytics.files.checking.count.KeySet;
import org.mlanalytics.files.checking.reason.Reason;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.row.Row;

/** The keys that the rows of a file have had up to now. */
final class UniqueKey {

  private static final long LOW_SEED = 0x5851F42D4C957F2DL;

  private final int[] columns;
  private final Reason duplicate;
  private final KeySet keys = new KeySet();

  /** Differs from file to file, so that nobody can prepare keys that fall together. */
  private final long seed;

  private long high;
  private long low;

  UniqueKey(List<String> names, int[] columns, long seed) {
    this.columns = columns;
    this.seed = seed;
    this.duplicate = new Reason(ReasonCode.DUPLICATE_KEY, String.join(", ", names), "unique");
  }

  /** Whether an earlier row has the key of this one; a key with a null is no key. */
  boolean seen(Row row) {
    return read(row) && keys.contains(high, low);
  }

  /** Remembers the key of a row. Returns whether no earlier row had it. */
  boolean remember(Row row) {
    return !read(row) || keys.add(high, low);
  }

  Reason duplicate() {
    return duplicate;
  }

  long size() {
    return keys.size();
  }

  private boolean read(Row row) {
    high = seed;
    low = seed ^ LOW_SEED;
    for (int column : columns) {
      if (row.isNull(column)) {
        return false;
      }
      high = Hash.of(row.hash(column, high), high);
      low = row.hash(column, low);
    }
    return true;
  }
}
