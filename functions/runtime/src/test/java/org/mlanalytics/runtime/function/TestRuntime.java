package org.mlanalytics.runtime.function;

import java.util.Map;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.event.StepEvents;
import org.mlanalytics.runtime.event.TestOutbox;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.reject.Rejects;
import org.mlanalytics.runtime.run.RunJournal;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.testing.TestConfig;
import org.mlanalytics.runtime.time.LedgerClock;
import org.mlanalytics.runtime.trace.NoSpans;
import org.mlanalytics.runtime.trace.Tracing;

/** Runs functions in a test as a process would, without its framework. */
public final class TestRuntime {

  private final FunctionRunner runner;

  /** A process with a ledger and a broker. */
  public TestRuntime(RunLedger ledger, StepEvents events) {
    this(ledger, events, new NoSpans());
  }

  /** A process that is traced. */
  public TestRuntime(RunLedger ledger, StepEvents events, Tracing tracing) {
    runner =
        new FunctionRunner(
            ledger,
            TestOutbox.of(ledger, events),
            new Heartbeats(config()),
            RunJournal.of(),
            tracing);
  }

  /** The configuration of a laptop. */
  public static AnalyticsConfig config() {
    return TestConfig.of(AnalyticsConfig.class, Map.of("mla.events.topic", "steps"));
  }

  /** Extractions into a store. */
  public static Extraction extraction(ObjectStore store, Rejects rejects) {
    return new Extraction(store, rejects);
  }

  /** The claims of a pipeline's runs. */
  public static PipelineClaims claims(Pipelines pipelines, LedgerClock clock) {
    return new PipelineClaims(pipelines, clock);
  }

  /** Extractions of a pipeline's scopes. */
  public static ScopeExtraction scopes(
      Extraction extraction, Pipelines pipelines, LedgerClock clock) {
    return new ScopeExtraction(extraction, pipelines, clock);
  }

  /** The plain calls of functions. */
  public PlainCall calls() {
    return new PlainCall(runner);
  }

  /** Does what a person asks of a function. */
  public RunReply call(CloudFunction function, RunRequest request) {
    return calls().call(function, request);
  }

  /** Does what an event asks of a function. */
  public RunReply event(CloudFunction function, StepEvent event) {
    return runner.run(function, Invocation.of(event));
  }
}
