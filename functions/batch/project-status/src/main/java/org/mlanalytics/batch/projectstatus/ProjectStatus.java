package org.mlanalytics.batch.projectstatus;

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
 * Counts the projects, users and certificates of a night by program, solution, status, place and
 * organisation, for {@code ml-project-status}.
 */
@ApplicationScoped
public class ProjectStatus implements SharedStep {

  static final String NAME = "project-status";

  private final StepWork work;
  private final PlainCall calls;

  ProjectStatus(SnapshotLoads snapshots, PlainCall calls) {
    this.work = snapshots.of(NAME, Area.PROJECTS, Snapshots.PROJECT_STATUS);
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
