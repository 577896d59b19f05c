package org.mlanalytics.runtime.function;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;

/** A batch function whose work is of a kind that it shares with other functions. */
public interface SharedStep extends BatchFunction {

  /** What it does. */
  StepWork work();

  /** Work together with the events that start it. */
  interface StepWork extends BatchWork {
    /** Names of the events. */
    Set<String> startedBy();
  }

  @Override
  default Set<String> startedBy() {
    return work().startedBy();
  }

  @Override
  default Optional<ClaimRequest> plan(Invocation invocation) {
    return work().plan(invocation);
  }

  @Override
  default void execute(RunHandle handle) throws Exception {
    work().execute(handle);
  }

  @Override
  default Map<String, Object> dryRun(Invocation invocation) throws Exception {
    return work().dryRun(invocation);
  }

  @Override
  default void ended(Run run) {
    work().ended(run);
  }
}
