package org.mlanalytics.core.snapshot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.SnapshotColumns;

/**
 * What a daily snapshot is made of.
 *
 * @param dataset its rows: the time stamp, the columns that are grouped by, and the measures
 * @param source the dataset whose landed rows are counted
 * @param selection which of them
 * @param expansion in which groups one of them counts
 * @param measures what is counted in each group
 * @param perScope whether rows of different scopes of the source never share a group, so that each
 *     scope can be counted by itself
 */
public record Snapshot(
    Dataset dataset,
    Dataset source,
    Condition selection,
    Expansion expansion,
    List<Measure> measures,
    boolean perScope) {

  /** The columns that are grouped by; null is a value like any other. */
  public List<Column> groups() {
    List<Column> measured = measures.stream().map(Measure::column).toList();
    return dataset.columns().stream()
        .filter(column -> column != SnapshotColumns.TIME_STAMP && !measured.contains(column))
        .toList();
  }

  /** The columns of the source that are read; nothing else of a row needs to be looked at. */
  public Set<Column> reads() {
    Set<Column> columns = new LinkedHashSet<>(groups());
    selection.terms().forEach(term -> columns.add(term.column()));
    for (Measure measure : measures) {
      columns.add(measure.distinct());
      measure.when().terms().forEach(term -> columns.add(term.column()));
    }
    columns.retainAll(source.columns());
    return columns;
  }
}
