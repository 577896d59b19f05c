package org.mlanalytics.core.dataset;

import java.util.List;
import java.util.Optional;

/**
 * Datasets of files that somebody sends: nothing is known of them but their names. Their columns
 * are those of the rows, with the types that Druid discovers in them.
 */
public final class FileDatasets {

  private static final String PREFIX = "file.";

  private static final Column TIME = Column.text("_time", "The time of the row, in UTC.");

  private FileDatasets() {}

  /**
   * The dataset of a tenant's target.
   *
   * @param tenant without a dot
   * @param target without a dot
   */
  public static Dataset of(String tenant, String target) {
    return described(PREFIX + tenant + "." + target);
  }

  /** The dataset of that name, if it is one of a file. */
  public static Optional<Dataset> named(String name) {
    return isFile(name) ? Optional.of(described(name)) : Optional.empty();
  }

  /** Whether a dataset is one of a file. */
  public static boolean isFile(String name) {
    return name.startsWith(PREFIX);
  }

  private static Dataset described(String name) {
    return new Dataset(
        name,
        "The good rows of the file that was loaded last, as a whole or for its interval.",
        "rows.json",
        List.of(TIME),
        TIME,
        Granularity.ALL,
        Granularity.NONE);
  }
}
