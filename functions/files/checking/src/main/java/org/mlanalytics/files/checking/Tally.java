package org.mlanalytics.files.checking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlanalytics.files.checking.reason.Reason;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.report.ColumnReport;
import org.mlanalytics.files.checking.row.Row;
import org.mlanalytics.files.checking.schema.Column;

/** Counts rows and faults for the report. */
final class Tally {

  private static final int EXAMPLES = 20;

  /** For the distinct values of all columns together. */
  private static final int BYTES = 16 << 20;

  private static final int MAX_COLUMN_BYTES = 64 << 10;
  private static final int MIN_COLUMN_BYTES = 512;

  private final ColumnStats[] stats;
  private final Map<String, ColumnStats> byName = new HashMap<>();
  private final Map<ReasonCode, Long> reasons = new EnumMap<>(ReasonCode.class);
  private final Map<String, Long> duplicateKeys = new LinkedHashMap<>();
  private final List<RejectedRow> examples = new ArrayList<>();
  private long good;
  private long quarantined;

  Tally(List<Column> columns, List<List<String>> keys) {
    int bytes =
        Math.max(MIN_COLUMN_BYTES, Math.min(MAX_COLUMN_BYTES, BYTES / Math.max(1, columns.size())));
    stats = new ColumnStats[columns.size()];
    for (int i = 0; i < stats.length; i++) {
      stats[i] = new ColumnStats(columns.get(i), i, bytes);
      byName.put(columns.get(i).name(), stats[i]);
    }
    keys.forEach(key -> duplicateKeys.put(String.join(", ", key), 0L));
  }

  void passed(Row row) {
    good++;
    for (ColumnStats column : stats) {
      column.add(row);
    }
  }

  void putAside(RejectedRow row, List<Reason> all) {
    quarantined++;
    if (examples.size() < EXAMPLES) {
      examples.add(row);
    }
    for (Reason reason : all) {
      reasons.merge(reason.code(), 1L, Long::sum);
      if (reason.code() == ReasonCode.DUPLICATE_KEY) {
        duplicateKeys.merge(reason.column(), 1L, Long::sum);
      } else if (reason.column() != null && byName.containsKey(reason.column())) {
        byName.get(reason.column()).violated(reason.code());
      }
    }
  }

  long good() {
    return good;
  }

  long quarantined() {
    return quarantined;
  }

  long rows() {
    return good + quarantined;
  }

  Map<ReasonCode, Long> reasons() {
    return reasons;
  }

  Map<String, Long> duplicateKeys() {
    return duplicateKeys;
  }

  List<RejectedRow> examples() {
    return examples;
  }

  List<ColumnReport> columns() {
    List<ColumnReport> reports = new ArrayList<>();
    for (ColumnStats column : stats) {
      reports.add(column.report());
    }
    return reports;
  }
}
