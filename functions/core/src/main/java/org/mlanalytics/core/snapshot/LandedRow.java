package org.mlanalytics.core.snapshot;

import java.util.List;
import org.mlanalytics.core.dataset.Column;

/** A row as it was landed. Valid until the next one is read. */
public interface LandedRow {

  /** The value of a column as text, a boolean as {@code true} or {@code false}; null if absent. */
  String text(Column column);

  /** The themes of an observation; empty if it has none. */
  default List<Theme> themes() {
    return List.of();
  }

  /** The criteria of an observation; empty if it has none. */
  default List<Criterion> criteria() {
    return List.of();
  }
}
