package org.mlanalytics.runtime.run;

/** The ledger's answer to a request for a run. The caller always learns which it was. */
public sealed interface Claim {

  /** The run as it is now. */
  Run run();

  /**
   * The run belongs to the caller, who works on it until the run ends or the lease is lost.
   *
   * @param run the run
   * @param handle its writing end
   */
  record Owned(Run run, RunHandle handle) implements Claim {}

  /**
   * The run is handed back as it is.
   *
   * @param run the run
   * @param active whether somebody works on it
   */
  record HandedBack(Run run, boolean active) implements Claim {}
}
