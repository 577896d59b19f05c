package org.mlanalytics.core.submission;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.row.RowWriter;

/**
 * Keys of a row that are no columns: places of types that have none. They are kept in the message,
 * and Druid does not look at them.
 */
final class ExtraKeys {

  private final Dataset dataset;
  private final RowWriter row;
  private final Set<String> written = new HashSet<>();

  ExtraKeys(Dataset dataset, RowWriter row) {
    this.dataset = dataset;
    this.row = row;
  }

  /** Adds a key, unless the row has it already or it is the name of a column. */
  void put(String name, String value) {
    // Half surrogate pairs become question marks, so that two of them cannot end as one key.
    String sound = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    if (value != null && dataset.column(sound).isEmpty() && written.add(sound)) {
      row.extra(sound, value);
    }
  }
}
