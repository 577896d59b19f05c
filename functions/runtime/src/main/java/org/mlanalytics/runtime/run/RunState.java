package org.mlanalytics.runtime.run;

/** Where a run is. The order of the working states is the order in which a run passes them. */
public enum RunState {
  /** An instance owns the run and works. */
  CLAIMED,
  /** The run's object is in the store and listed in the run. */
  EXTRACTED,
  /** The Druid task is about to be sent; what is sent is recorded. */
  SUBMITTING,
  /** Druid has the task; the sweeper asks for its fate. */
  SUBMITTED,
  /** Done. */
  SUCCEEDED,
  /** Ended with an error. */
  FAILED,
  /** Nothing to do, or superseded. */
  SKIPPED,
  /** Ended by an operator. */
  CANCELLED;

  /** Whether the run has ended. */
  public boolean isFinal() {
    return ordinal() >= SUCCEEDED.ordinal();
  }
}
