package org.mlanalytics.batch.surveysnapshot;

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
 * Counts the surveys of a night by survey, status, place and organisation, for {@code
 * ml-surveydistinctCount-status}.
 */
@ApplicationScoped
public class SurveySnapshot implements SharedStep {

  static final String NAME = "survey-snapshot";

  private final StepWork work;
  private final PlainCall calls;

  SurveySnapshot(SnapshotLoads snapshots, PlainCall calls) {
    this.work = snapshots.of(NAME, Area.SURVEYS, Snapshots.SURVEY);
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
