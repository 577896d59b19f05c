package org.mlanalytics.runtime.function;

import java.util.Map;

/**
 * A function that looks after what others do and has no run of its own. It may be called at any
 * time, by several instances at once.
 */
public non-sealed interface SweepFunction extends CloudFunction {

  /**
   * Sweeps once.
   *
   * @param dryRun only say what would be done
   * @return what was done, by kind
   */
  Map<String, Object> sweep(boolean dryRun);
}
