package org.mlanalytics.runtime.function;

import java.util.Map;
import java.util.Optional;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;

/** What a batch step does; several functions may do the same to different datasets. */
public interface BatchWork {

  /**
   * Which run an invocation asks for.
   *
   * @return empty when there is nothing to do (yet)
   * @throws org.mlanalytics.runtime.error.AnalyticsException when the request cannot be met
   */
  Optional<ClaimRequest> plan(Invocation invocation);

  /**
   * Does the work, from the state in which the run is: a run that was taken over may be in any
   * state before its end. Ends the run, or leaves it to Druid.
   */
  void execute(RunHandle handle) throws Exception;

  /** Does everything but write, and tells what would happen. */
  Map<String, Object> dryRun(Invocation invocation) throws Exception;

  /** A run of this function has failed or was cancelled. May be called more than once. */
  default void ended(Run run) {}
}
