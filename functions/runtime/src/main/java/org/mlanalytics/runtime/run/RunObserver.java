package org.mlanalytics.runtime.run;

import org.mlanalytics.core.row.Outcome;

/**
 * Hears what runs did, after the ledger has it: for metrics and the like. It must neither fail nor
 * wait.
 */
public interface RunObserver {

  /** This process's part of a run is over; the run may go on in Druid. */
  default void worked(Run run) {}

  /** A document was put aside. */
  default void putAside(Run run, Outcome.Rejected rejected) {}
}
