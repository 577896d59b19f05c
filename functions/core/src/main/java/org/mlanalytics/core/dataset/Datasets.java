package org.mlanalytics.core.dataset;

import java.util.List;
import java.util.Optional;

/** Every dataset of the project. */
public final class Datasets {

  /** Improvement projects with their tasks. */
  public static final Dataset SL_PROJECT = SlProject.DATASET;

  /** All of them. */
  public static final List<Dataset> ALL = List.of(SL_PROJECT);

  private Datasets() {}

  /** The dataset of that name. */
  public static Optional<Dataset> named(String name) {
    return ALL.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }
}
