package org.mlanalytics.files.ingestfile;

import io.quarkus.funqy.Funq;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mlanalytics.files.ingestfile.callback.Callbacks;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepData;
import org.mlanalytics.runtime.function.BatchFunction;
import org.mlanalytics.runtime.function.FunctionRunner;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.sweep.Sweeper;

/**
 * Brings a file from its address into its targets. A run of the request fetches the file; a run of
 * each target, known by tenant, content and target, checks and loads it: however often a content is
 * sent, it is loaded once.
 */
@ApplicationScoped
public class IngestFile implements BatchFunction {

  static final String NAME = "ingest-file";

  private static final Logger LOG = Logger.getLogger(IngestFile.class);

  private final RequestStore requests;
  private final RequestWork requestWork;
  private final LoadWork loadWork;
  private final FunctionRunner runner;
  private final Sweeper sweeper;
  private final Callbacks callbacks;
  private final PlainCall calls;

  IngestFile(
      RequestStore requests,
      RequestWork requestWork,
      LoadWork loadWork,
      FunctionRunner runner,
      Sweeper sweeper,
      Callbacks callbacks,
      PlainCall calls) {
    this.requests = requests;
    this.requestWork = requestWork;
    this.loadWork = loadWork;
    this.runner = runner;
    this.sweeper = sweeper;
    this.callbacks = callbacks;
    this.calls = calls;
  }

  /** The plain call of the function. */
  @Funq(NAME)
  public RunReply call(RunRequest request) {
    return calls.call(this, request);
  }

  /**
   * Works on a kept request until this process's part of it is done.
   *
   * @param key of the request
   */
  public void process(String key) {
    try {
      runner.run(
          this,
          new Invocation(Trigger.EVENT, null, key, Policy.FAILED_ONLY, false, null, null, null));
    } catch (AnalyticsException e) {
      if (e.code() != ErrorCode.LEASE_LOST) {
        throw e;
      }
    }
  }

  @Scheduled(
      every = "{mla.ingest-file.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void periodically() {
    callbacks.sweep();
    try {
      sweeper.sweep(sweeper.find());
    } catch (RuntimeException e) {
      // the next sweep finds the same work
      LOG.warnf("sweep not completed: %s", e.getMessage());
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<ClaimRequest> plan(Invocation invocation) {
    StepData asked = invocation.event() == null ? null : invocation.event().data();
    boolean loads = asked != null && !AcceptedRequest.DATASET.equals(asked.dataset());
    AcceptedRequest accepted = find(loads ? asked.pipeline() : invocation.scope());
    RunIdentity identity =
        loads
            ? new RunIdentity(NAME, asked.dataset(), asked.scope(), RunIdentity.UNDATED)
            : accepted.fetchRun();
    return Optional.of(
        new ClaimRequest(
            identity,
            accepted.key(),
            0,
            invocation.policy(),
            invocation.trigger(),
            accepted.tenant(),
            invocation.traceparent()));
  }

  @Override
  public void execute(RunHandle handle) throws IOException {
    AcceptedRequest accepted = find(handle.run().pipeline());
    if (handle.run().identity().dataset().equals(AcceptedRequest.DATASET)) {
      requestWork.execute(handle, accepted, invocation -> runner.run(this, invocation));
    } else {
      loadWork.execute(handle, accepted);
    }
    callbacks.mayHaveEnded(accepted);
  }

  @Override
  public void ended(Run run) {
    loadWork.ended(run);
    requests.find(run.pipeline()).ifPresent(callbacks::mayHaveEnded);
  }

  @Override
  public Map<String, Object> dryRun(Invocation invocation) {
    AcceptedRequest accepted = find(invocation.scope());
    return Map.of(
        "format", accepted.format(),
        "targets", accepted.request().targets().stream().map(target -> target.label()).toList());
  }

  private AcceptedRequest find(String key) {
    return Optional.ofNullable(key)
        .flatMap(requests::find)
        .orElseThrow(
            () ->
                new AnalyticsException(
                    ErrorCode.UNKNOWN_SCOPE, "the scope of a file is tenant/requestId"));
  }
}
