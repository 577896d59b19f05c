package org.mlanalytics.runtime.function;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.pipeline.Step;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.time.LedgerClock;

/** Which run of a pipeline an invocation asks for. */
@ApplicationScoped
public class PipelineClaims {

  private final Pipelines pipelines;
  private final LedgerClock clock;

  PipelineClaims(Pipelines pipelines, LedgerClock clock) {
    this.pipelines = pipelines;
    this.clock = clock;
  }

  /** The business date that is asked for, the current one by default. */
  public LocalDate date(Invocation invocation) {
    return invocation.businessDate() == null ? clock.businessDate() : invocation.businessDate();
  }

  /**
   * The run that opens a pipeline.
   *
   * @throws AnalyticsException {@link ErrorCode#PIPELINE_ACTIVE} when a forced one would disturb
   *     extractions
   */
  public ClaimRequest opening(Area area, Invocation invocation) {
    LocalDate date = date(invocation);
    refuseForceOnActiveNight(area, invocation, date);
    return claim(area.opener(), area.pipelineId(date), date, 0, invocation.policy(), invocation);
  }

  /** The run that extracts a scope. */
  public ClaimRequest extraction(
      Area area, Pipeline pipeline, String scope, Invocation invocation) {
    long generation =
        invocation.trigger() == Trigger.EVENT ? invocation.event().data().generation() : 0;
    return claim(
        area.extraction(scope),
        pipeline.id(),
        pipeline.businessDate(),
        generation,
        invocation.policy(),
        invocation);
  }

  /**
   * The run of a step that is due once all scopes are extracted.
   *
   * @return empty when an event came before the last extraction
   * @throws AnalyticsException {@link ErrorCode#NO_PIPELINE}, {@link ErrorCode#PIPELINE_INCOMPLETE}
   */
  public Optional<ClaimRequest> publication(Area area, Step step, Invocation invocation) {
    Pipeline pipeline = pipelines.require(area, invocation.businessDate());
    if (!pipeline.isDue()) {
      if (invocation.trigger() == Trigger.EVENT) {
        return Optional.empty();
      }
      throw new AnalyticsException(
          ErrorCode.PIPELINE_INCOMPLETE,
          "%d pending, %d failed".formatted(pipeline.pending().size(), pipeline.failed().size()));
    }
    boolean asked = invocation.trigger() == Trigger.HTTP;
    return Optional.of(
        claim(
            step,
            pipeline.id(),
            pipeline.businessDate(),
            pipeline.generation(),
            asked ? invocation.policy() : pipeline.policy(),
            invocation));
  }

  private void refuseForceOnActiveNight(Area area, Invocation invocation, LocalDate date) {
    // an event wakes a run that was asked for before, and that may have opened the pipeline itself
    if (invocation.policy() != Policy.FORCE || invocation.trigger() == Trigger.EVENT) {
      return;
    }
    pipelines
        .find(area.pipelineId(date))
        .filter(Pipeline::isExtracting)
        .ifPresent(
            active -> {
              throw new AnalyticsException(
                  ErrorCode.PIPELINE_ACTIVE, active.pending().size() + " scopes are pending");
            });
  }

  private static ClaimRequest claim(
      Step step,
      String pipeline,
      LocalDate date,
      long generation,
      Policy policy,
      Invocation invocation) {
    return new ClaimRequest(
        step.on(date),
        pipeline,
        generation,
        policy,
        invocation.trigger(),
        invocation.requestedBy(),
        invocation.traceparent());
  }
}
