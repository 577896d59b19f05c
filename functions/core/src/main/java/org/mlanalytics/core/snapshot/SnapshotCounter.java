package org.mlanalytics.core.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.SnapshotColumns;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.row.RowWriter;

/**
 * Counts landed rows into the groups of a snapshot: exactly, whatever their order and however often
 * a document's rows are repeated. Memory grows with the distinct ids and groups, not with the rows.
 */
public final class SnapshotCounter {

  private static final Comparator<List<String>> BY_VALUES =
      (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
          int order =
              Comparator.nullsFirst(Comparator.<String>naturalOrder()).compare(a.get(i), b.get(i));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  private final Snapshot snapshot;
  private final List<Column> columns;
  private final List<Measure> measures;
  private final Map<Column, TextDictionary> ids = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<List<String>, CodeSet[]> groups = new HashMap<>();

  /** Nothing counted yet. */
  public SnapshotCounter(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.columns = snapshot.groups();
    this.measures = snapshot.measures();
    measures.forEach(measure -> ids.putIfAbsent(measure.distinct(), new TextDictionary()));
  }

  /** Counts a row. */
  public void add(LandedRow row) {
    if (!snapshot.selection().holds(row)) {
      return;
    }
    for (Map<Column, String> beside : snapshot.expansion().of(row)) {
      CodeSet[] counts = counts(key(row, beside));
      for (int i = 0; i < counts.length; i++) {
        Measure measure = measures.get(i);
        String id = row.text(measure.distinct());
        if (id != null && measure.when().holds(row)) {
          counts[i].add(ids.get(measure.distinct()).code(id));
        }
      }
    }
  }

  /**
   * Writes a row for each group, in the order of its values.
   *
   * @param timeStamp first instant of the business date, ISO 8601 in UTC
   */
  public void write(String timeStamp, RowSink sink) throws IOException {
    RowWriter row = new RowWriter();
    row.put(SnapshotColumns.TIME_STAMP, timeStamp);
    int common = row.mark();
    List<List<String>> keys = new ArrayList<>(groups.keySet());
    keys.sort(BY_VALUES);
    for (List<String> key : keys) {
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), key.get(i));
      }
      CodeSet[] counts = groups.get(key);
      for (int i = 0; i < counts.length; i++) {
        row.put(measures.get(i).column(), counts[i].size());
      }
      row.send(sink);
      row.rewind(common);
    }
  }

  private List<String> key(LandedRow row, Map<Column, String> beside) {
    List<String> key = new ArrayList<>(columns.size());
    for (Column column : columns) {
      String value = beside.get(column);
      key.add(value != null ? value : row.text(column));
    }
    return key;
  }

  /** Groups share their texts: most of a group's values are those of many others. */
  private CodeSet[] counts(List<String> key) {
    CodeSet[] counts = groups.get(key);
    if (counts == null) {
      counts = empty();
      key.replaceAll(text -> text == null ? null : texts.computeIfAbsent(text, same -> same));
      groups.put(key, counts);
    }
    return counts;
  }

  private CodeSet[] empty() {
    CodeSet[] counts = new CodeSet[measures.size()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new CodeSet();
    }
    return counts;
  }
}
