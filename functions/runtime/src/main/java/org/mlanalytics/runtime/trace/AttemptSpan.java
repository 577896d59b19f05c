package org.mlanalytics.runtime.trace;

import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.run.Run;

/** One attempt of a run, as far as this process works on it. */
public interface AttemptSpan extends Tracing.Scope {

  /**
   * Trace context that the ledger keeps for the run: its events and its Druid task belong to it.
   */
  String traceparent();

  /**
   * Begins the work. A run that was taken over has a trace context already, which the work joins.
   *
   * @return current in this thread until it is closed
   */
  AttemptSpan enter(Run claimed);

  /** The work met a fault. */
  default void failed(AnalyticsException fault) {}

  /** This process's part is over. */
  default void worked(Run run) {}

  @Override
  default void close() {}
}
