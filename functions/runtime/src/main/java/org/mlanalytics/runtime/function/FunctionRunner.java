package org.mlanalytics.runtime.function;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.error.Faults;
import org.mlanalytics.runtime.event.Outbox;
import org.mlanalytics.runtime.http.RunView;
import org.mlanalytics.runtime.run.Claim;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunJournal;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.trace.AttemptSpan;
import org.mlanalytics.runtime.trace.Tracing;

/**
 * Runs functions: claims the run, keeps its lease, records its end, sends its events. Faults that
 * may pass leave the run unfinished for the next try; all others end it.
 */
@ApplicationScoped
public class FunctionRunner {

  private final RunLedger ledger;
  private final Outbox outbox;
  private final Heartbeats heartbeats;
  private final RunJournal journal;
  private final Tracing tracing;

  FunctionRunner(
      RunLedger ledger, Outbox outbox, Heartbeats heartbeats, RunJournal journal, Tracing tracing) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.heartbeats = heartbeats;
    this.journal = journal;
    this.tracing = tracing;
  }

  /**
   * Does what an invocation asks for and returns when this process's part is done.
   *
   * @throws AnalyticsException when the request is refused, or when a server is away
   */
  public RunReply run(CloudFunction function, Invocation invocation) {
    Started started = start(function, invocation);
    return started.work() == null ? started.reply() : started.work().get();
  }

  /**
   * Claims the run that an invocation asks for.
   *
   * @return the reply so far, and the work if this call owns the run
   */
  public Started start(CloudFunction function, Invocation invocation) {
    if (function instanceof SweepFunction sweep) {
      Map<String, Object> done = sweep.sweep(invocation.dryRun());
      return answered(
          invocation.dryRun() ? RunReply.Outcome.DRY_RUN : RunReply.Outcome.DONE, null, done);
    }
    BatchFunction batch = (BatchFunction) function;
    return invocation.dryRun()
        ? answered(RunReply.Outcome.DRY_RUN, null, dryRun(batch, invocation))
        : claim(batch, invocation);
  }

  private Started claim(BatchFunction function, Invocation invocation) {
    Optional<ClaimRequest> plan = function.plan(invocation);
    if (plan.isEmpty()) {
      return answered(RunReply.Outcome.NOTHING_TO_DO, null, null);
    }
    AttemptSpan span = tracing.attempt(plan.get());
    Claim claim = ledger.claim(plan.get().in(span.traceparent()));
    if (claim instanceof Claim.Owned owned) {
      return new Started(
          reply(RunReply.Outcome.STARTED, owned.run()), () -> work(function, owned.handle(), span));
    }
    Claim.HandedBack back = (Claim.HandedBack) claim;
    if (isBad(back.run())) {
      function.ended(back.run());
    }
    return answered(
        back.active() ? RunReply.Outcome.ACTIVE : RunReply.Outcome.HANDED_BACK,
        RunView.of(back.run()),
        null);
  }

  private static Started answered(
      RunReply.Outcome outcome, RunView run, Map<String, Object> details) {
    return new Started(new RunReply(outcome, run, details), null);
  }

  /**
   * A claimed or answered invocation.
   *
   * @param reply the answer as of now
   * @param work does the run; null when there is nothing to do
   */
  public record Started(RunReply reply, Supplier<RunReply> work) {}

  private RunReply work(BatchFunction function, RunHandle handle, AttemptSpan span) {
    try (AttemptSpan current = span.enter(handle.run())) {
      Optional<AnalyticsException> fault = execute(function, handle);
      fault.ifPresent(current::failed);
      if (fault.isPresent()) {
        failed(function, handle, fault.get());
      }
      Run run = handle.run();
      outbox.drain(run);
      journal.worked(run, fault.orElse(null));
      current.worked(run);
      return reply(RunReply.Outcome.DONE, run);
    }
  }

  private Optional<AnalyticsException> execute(BatchFunction function, RunHandle handle) {
    try (Heartbeats.Heartbeat heartbeat = heartbeats.start(handle)) {
      function.execute(handle);
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(Faults.coded(e));
    }
  }

  private void failed(BatchFunction function, RunHandle handle, AnalyticsException fault) {
    if (fault.code() == ErrorCode.LEASE_LOST) {
      throw fault;
    }
    if (fault.isTransient()) {
      release(handle, fault);
      throw fault;
    }
    handle.fail(fault.code(), fault.getMessage());
    function.ended(handle.run());
  }

  /** Without the release the run waits for the end of its lease, nothing worse. */
  private static void release(RunHandle handle, AnalyticsException fault) {
    try {
      handle.await(fault.code().code() + " " + fault.getMessage());
    } catch (RuntimeException stillAway) {
      fault.addSuppressed(stillAway);
    }
  }

  private static Map<String, Object> dryRun(BatchFunction function, Invocation invocation) {
    try {
      return function.dryRun(invocation);
    } catch (Exception e) {
      throw Faults.coded(e);
    }
  }

  private static RunReply reply(RunReply.Outcome outcome, Run run) {
    return new RunReply(outcome, RunView.of(run), null);
  }

  private static boolean isBad(Run run) {
    return run.state() == RunState.FAILED || run.state() == RunState.CANCELLED;
  }
}
