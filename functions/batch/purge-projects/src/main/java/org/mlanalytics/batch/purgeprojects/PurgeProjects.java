package org.mlanalytics.batch.purgeprojects;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.publishing.Druid;
import org.mlanalytics.publishing.IngestionSpec;
import org.mlanalytics.publishing.Publisher;
import org.mlanalytics.runtime.function.BatchFunction;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * Removes {@code sl-project} from Druid for good. An operator's tool: the nightly publication
 * replaces without it, and without a gap.
 */
@ApplicationScoped
public class PurgeProjects implements BatchFunction {

  static final String NAME = "purge-projects";

  private final Publisher publisher;
  private final Druid druid;
  private final LedgerClock clock;
  private final PlainCall calls;

  PurgeProjects(Publisher publisher, Druid druid, LedgerClock clock, PlainCall calls) {
    this.publisher = publisher;
    this.druid = druid;
    this.clock = clock;
    this.calls = calls;
  }

  /** The plain call of the function. */
  @Funq(NAME)
  public RunReply call(RunRequest request) {
    return calls.call(this, request);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<ClaimRequest> plan(Invocation invocation) {
    return Optional.of(
        new ClaimRequest(
            new RunIdentity(
                NAME,
                Datasets.SL_PROJECT.name(),
                RunIdentity.WHOLE,
                invocation.businessDate() == null
                    ? clock.businessDate()
                    : invocation.businessDate()),
            null,
            0,
            invocation.policy(),
            invocation.trigger(),
            invocation.requestedBy(),
            invocation.traceparent()));
  }

  @Override
  public void execute(RunHandle handle) {
    if (handle.run().state() == RunState.SUBMITTING) {
      publisher.resume(handle);
    } else {
      publisher.purge(handle, Datasets.SL_PROJECT);
    }
  }

  @Override
  public Map<String, Object> dryRun(Invocation invocation) {
    String dataset = Datasets.SL_PROJECT.name();
    return Map.of(
        "dataset",
        dataset,
        "rows",
        druid.count(dataset, IngestionSpec.ETERNITY),
        "segments",
        druid.usedSegments(dataset));
  }

  @Override
  public void ended(Run run) {
    publisher.ended(run);
  }
}
