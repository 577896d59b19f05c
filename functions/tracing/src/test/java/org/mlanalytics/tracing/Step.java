package org.mlanalytics.tracing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.function.BatchFunction;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.time.LedgerClock;

/** A step that lands three rows and tells so by an event, unless it is made to fail. */
record Step(LedgerClock clock, RuntimeException fault) implements BatchFunction {

  static final RunIdentity IDENTITY = Requests.identity("extract-projects", "p1");

  @Override
  public String name() {
    return IDENTITY.function();
  }

  @Override
  public Optional<ClaimRequest> plan(Invocation invocation) {
    return Optional.of(
        new ClaimRequest(
            IDENTITY,
            null,
            0,
            invocation.policy(),
            invocation.trigger(),
            null,
            invocation.traceparent()));
  }

  @Override
  public void execute(RunHandle handle) {
    if (fault != null) {
      throw fault;
    }
    StepEvent event =
        StepEvent.of(handle.run(), "extracted", "projects.extracted", "p1", 1, 3L, clock.now());
    handle.succeed(new Counts(2, 0, 1, 0, 3, 0), List.of(event), "3 rows");
  }

  @Override
  public Map<String, Object> dryRun(Invocation invocation) {
    return Map.of();
  }
}
