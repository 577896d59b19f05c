package org.mlanalytics.runtime.run;

import java.time.LocalDate;

/**
 * What makes a run the same run, however often and by whomever it is started; never the wall clock.
 *
 * @param function name of the function
 * @param dataset name of the dataset it works for
 * @param scope part of the dataset, like a program id; {@link #WHOLE} for all of it
 * @param businessDate civil day that the run belongs to
 */
public record RunIdentity(String function, String dataset, String scope, LocalDate businessDate) {

  /** Scope of a run that works on a whole dataset. */
  public static final String WHOLE = "*";

  /** Scope of the run that publishes a dataset which the same function extracts in parts. */
  public static final String PUBLICATION = "publication";

  /** Business date of a run that belongs to no civil day, like that of a file. */
  public static final LocalDate UNDATED = LocalDate.EPOCH;

  /** Key of the run's document. */
  public String key() {
    return function + "/" + dataset + "/" + businessDate + "/" + scope;
  }
}
