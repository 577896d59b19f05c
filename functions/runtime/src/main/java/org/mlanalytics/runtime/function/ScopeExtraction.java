package org.mlanalytics.runtime.function;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.RawBsonDocument;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.time.LedgerClock;

/** Extracts one scope of a pipeline; the last one of a night makes its publications due. */
@ApplicationScoped
public class ScopeExtraction {

  private final Extraction extraction;
  private final Pipelines pipelines;
  private final LedgerClock clock;

  ScopeExtraction(Extraction extraction, Pipelines pipelines, LedgerClock clock) {
    this.extraction = extraction;
    this.pipelines = pipelines;
    this.clock = clock;
  }

  /**
   * Does the work of an extracting run, from the state in which it is.
   *
   * @param documents the cursor
   * @param mine whether a document belongs to the scope at all
   * @param rules made only when documents are really read
   * @param event name of the event that tells of the end
   */
  public void execute(
      RunHandle handle,
      Dataset dataset,
      Iterable<RawBsonDocument> documents,
      Predicate<Value> mine,
      Supplier<Extraction.Rules> rules,
      String event)
      throws IOException {
    Run run = handle.run();
    String scope = run.identity().scope();
    if (run.state() == RunState.CLAIMED) {
      handle.serve(pipelines.want(run.pipeline(), scope, run.policy()));
      extraction.land(handle, dataset, documents, mine, rules.get());
    }
    Run landed = handle.run();
    long rows = landed.counts().written();
    pipelines.extracted(landed.pipeline(), scope, landed.generation());
    handle.succeed(
        landed.counts(),
        List.of(
            StepEvent.of(
                landed, "extracted", event, scope, landed.generation(), rows, clock.now())),
        rows + " rows");
  }
}
