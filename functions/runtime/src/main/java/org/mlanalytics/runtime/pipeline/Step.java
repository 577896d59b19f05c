package org.mlanalytics.runtime.pipeline;

import java.time.LocalDate;
import org.mlanalytics.runtime.run.RunIdentity;

/**
 * A run that every night of an area has.
 *
 * @param function name of the function
 * @param dataset name of the dataset that it works for
 * @param scope scope of its run
 */
public record Step(String function, String dataset, String scope) {

  /** The run's identity on a business date. */
  public RunIdentity on(LocalDate businessDate) {
    return new RunIdentity(function, dataset, scope, businessDate);
  }
}
