package org.mlanalytics.runtime.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.time.LedgerClock;

/** Pipelines over HTTP. */
@Path("/pipelines")
@Produces(MediaType.APPLICATION_JSON)
public class PipelineResource {

  private static final Duration LISTED = Duration.ofDays(14);

  private final Pipelines pipelines;
  private final RunLedger ledger;
  private final LedgerClock clock;

  PipelineResource(Pipelines pipelines, RunLedger ledger, LedgerClock clock) {
    this.pipelines = pipelines;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Pipelines that changed in the last two weeks, newest first, without their runs. */
  @GET
  public List<PipelineView> list() {
    return pipelines.changedSince(clock.now().minus(LISTED)).stream()
        .map(p -> PipelineView.of(p, null))
        .toList();
  }

  /** One pipeline with its runs. */
  @GET
  @Path("{area}/{businessDate}")
  public PipelineView get(
      @PathParam("area") String area, @PathParam("businessDate") String businessDate) {
    String id = area + "/" + businessDate;
    return pipelines
        .find(id)
        .map(
            p -> PipelineView.of(p, ledger.ofPipeline(id, null).stream().map(RunView::of).toList()))
        .orElseThrow(() -> new AnalyticsException(ErrorCode.NOT_FOUND, "no pipeline has this id"));
  }
}
