package org.mlanalytics.runtime.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.function.CloudFunction;
import org.mlanalytics.runtime.function.FunctionRunner;
import org.mlanalytics.runtime.function.Functions;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.time.LedgerClock;
import org.mlanalytics.runtime.trace.Tracing;

/** Hands an event to the functions that it starts, whatever transport brought it. */
@ApplicationScoped
public class StepDispatcher {

  private static final Logger LOG = Logger.getLogger(StepDispatcher.class);

  private final Functions functions;
  private final FunctionRunner runner;
  private final LedgerClock clock;
  private final Tracing tracing;
  private final Duration maxAge;

  StepDispatcher(
      Functions functions,
      FunctionRunner runner,
      LedgerClock clock,
      Tracing tracing,
      AnalyticsConfig config) {
    this.functions = functions;
    this.runner = runner;
    this.clock = clock;
    this.tracing = tracing;
    this.maxAge = config.events().maxAge();
  }

  /**
   * Does the steps that an event starts, and returns after their ends are recorded.
   *
   * @throws AnalyticsException when a server is away: the event has to be delivered again
   */
  public void dispatch(StepEvent event) {
    List<CloudFunction> started = functions.startedBy(event);
    if (started.isEmpty()) {
      return;
    }
    if (isTooOld(event)) {
      LOG.infof("event %s of %s is older than %s and ignored", event.id(), event.time(), maxAge);
      return;
    }
    try (Tracing.Scope processing = tracing.processing(event)) {
      run(started, event);
    }
  }

  private void run(List<CloudFunction> started, StepEvent event) {
    for (CloudFunction function : started) {
      try {
        runner.run(function, Invocation.of(event));
      } catch (AnalyticsException e) {
        if (e.isTransient()) {
          throw e;
        }
        if (e.code() != ErrorCode.LEASE_LOST) {
          LOG.warnf("event %s does not start %s: %s", event.id(), function.name(), e.getMessage());
        }
      }
    }
  }

  private boolean isTooOld(StepEvent event) {
    return event.time() != null && event.time().isBefore(clock.now().minus(maxAge));
  }
}
