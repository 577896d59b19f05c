package org.mlanalytics.files.checking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mlanalytics.files.checking.count.DistinctCounter;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.report.ColumnReport;
import org.mlanalytics.files.checking.row.Row;
import org.mlanalytics.files.checking.schema.Column;

/** Counts the values of one column in the rows that passed, and the faults in those put aside. */
final class ColumnStats {

  /** Characters of a smallest or largest text that are kept. */
  private static final int MAX_CHARS = 64;

  private final Column column;
  private final int at;
  private final DistinctCounter distinct;
  private final Row smallest;
  private final Map<ReasonCode, Long> violations = new EnumMap<>(ReasonCode.class);
  private final Row largest;
  private long values;
  private long nulls;
  private long sentinels;

  ColumnStats(Column column, int at, int bytes) {
    this.column = column;
    this.at = at;
    this.distinct = DistinctCounter.within(bytes);
    this.smallest = new Row(List.of(column.name()), List.of(column.type()));
    this.largest = new Row(List.of(column.name()), List.of(column.type()));
  }

  void add(Row row) {
    if (row.isNull(at)) {
      nulls++;
      sentinels += row.isSentinel(at) ? 1 : 0;
      return;
    }
    distinct.add(row.hash(at, 0));
    if (values++ == 0) {
      smallest.set(0, row, at, MAX_CHARS);
      largest.set(0, row, at, MAX_CHARS);
    } else if (row.compare(at, smallest, 0) < 0) {
      smallest.set(0, row, at, MAX_CHARS);
    } else if (row.compare(at, largest, 0) > 0) {
      largest.set(0, row, at, MAX_CHARS);
    }
  }

  void violated(ReasonCode code) {
    violations.merge(code, 1L, Long::sum);
  }

  ColumnReport report() {
    long count = Math.min(values, distinct.count());
    return new ColumnReport(
        column.name(),
        column.type(),
        values,
        nulls,
        sentinels,
        count,
        distinct.exact(),
        distinct.standardError(),
        values - count,
        values == 0 ? null : smallest.value(0),
        values == 0 ? null : largest.value(0),
        violations);
  }
}
