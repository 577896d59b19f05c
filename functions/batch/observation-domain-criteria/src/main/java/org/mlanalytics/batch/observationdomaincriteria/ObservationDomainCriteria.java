package org.mlanalytics.batch.observationdomaincriteria;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.core.snapshot.Snapshots;
import org.mlanalytics.publishing.load.SnapshotLoads;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.SharedStep;
import org.mlanalytics.runtime.pipeline.Area;

/**
 * Counts the completed observations of a night by theme and criterion, for {@code
 * ml-obs-domain-criteria}.
 */
@ApplicationScoped
public class ObservationDomainCriteria implements SharedStep {

  static final String NAME = "observation-domain-criteria";

  private final StepWork work;
  private final PlainCall calls;

  ObservationDomainCriteria(SnapshotLoads snapshots, PlainCall calls) {
    this.work = snapshots.of(NAME, Area.OBSERVATIONS, Snapshots.OBSERVATION_DOMAIN_CRITERIA);
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
  public StepWork work() {
    return work;
  }
}
