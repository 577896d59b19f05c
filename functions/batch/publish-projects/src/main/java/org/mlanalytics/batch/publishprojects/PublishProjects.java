package org.mlanalytics.batch.publishprojects;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.publishing.PipelineObjects;
import org.mlanalytics.publishing.PublicationPlan;
import org.mlanalytics.publishing.Publisher;
import org.mlanalytics.runtime.function.BatchFunction;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.PipelineClaims;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunState;

/** Replaces {@code sl-project} by the rows of all programs of a night, once all are extracted. */
@ApplicationScoped
public class PublishProjects implements BatchFunction {

  static final String NAME = "publish-projects";

  private final Pipelines pipelines;
  private final PipelineClaims claims;
  private final PipelineObjects objects;
  private final Publisher publisher;
  private final PlainCall calls;

  PublishProjects(
      Pipelines pipelines,
      PipelineClaims claims,
      PipelineObjects objects,
      Publisher publisher,
      PlainCall calls) {
    this.pipelines = pipelines;
    this.claims = claims;
    this.objects = objects;
    this.publisher = publisher;
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
  public Set<String> startedBy() {
    return Set.of("projects.extracted");
  }

  @Override
  public Optional<ClaimRequest> plan(Invocation invocation) {
    return claims.publication(Area.PROJECTS, Area.PROJECTS.publication(NAME), invocation);
  }

  @Override
  public void execute(RunHandle handle) throws IOException {
    Run run = handle.run();
    if (run.state() == RunState.SUBMITTING) {
      publisher.resume(handle);
      return;
    }
    publisher.publish(handle, objects.plan(run, Area.PROJECTS, Datasets.SL_PROJECT));
  }

  @Override
  public Map<String, Object> dryRun(Invocation invocation) {
    Pipeline pipeline = pipelines.require(Area.PROJECTS, invocation.businessDate());
    PublicationPlan plan = objects.plan(pipeline, Area.PROJECTS, Datasets.SL_PROJECT);
    return Map.of("due", pipeline.isDue(), "rows", plan.rows(), "objects", plan.objects());
  }

  @Override
  public void ended(Run run) {
    publisher.ended(run);
  }
}
