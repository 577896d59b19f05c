package org.mlanalytics.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;

/** Collects what the extractions of a night have landed. */
@ApplicationScoped
public class PipelineObjects {

  private final Pipelines pipelines;
  private final RunLedger ledger;
  private final AnalyticsConfig.Rejects limits;

  PipelineObjects(Pipelines pipelines, RunLedger ledger, AnalyticsConfig config) {
    this.pipelines = pipelines;
    this.ledger = ledger;
    this.limits = config.rejects();
  }

  /**
   * The plan of a publishing run.
   *
   * @throws AnalyticsException {@link ErrorCode#PIPELINE_INCOMPLETE} when a scope is not extracted
   *     after all, {@link ErrorCode#TOO_MANY_MALFORMED}
   */
  public PublicationPlan plan(Run run, Area area, Dataset dataset) {
    Pipeline pipeline = pipelines.find(run.pipeline()).orElseThrow();
    PublicationPlan plan = plan(pipeline, area, dataset);
    if (run.policy() != Policy.FORCE) {
      limit(plan.counts());
    }
    return plan;
  }

  /** The plan that a pipeline gives now. */
  public PublicationPlan plan(Pipeline pipeline, Area area, Dataset dataset) {
    Set<String> missing = new HashSet<>(pipeline.expected());
    List<LandedObject> objects = new ArrayList<>();
    Counts counts = Counts.NONE;
    for (Run extraction : ledger.ofPipeline(pipeline.id(), area.extractor())) {
      // the last extraction makes the pipeline due before it is recorded as ended
      boolean landed =
          extraction.state() == RunState.SUCCEEDED || extraction.state() == RunState.EXTRACTED;
      boolean counted = landed && missing.remove(extraction.identity().scope());
      if (counted) {
        objects.addAll(extraction.objects());
        counts = counts.plus(extraction.counts());
      }
    }
    if (!missing.isEmpty()) {
      throw new AnalyticsException(
          ErrorCode.PIPELINE_INCOMPLETE, missing.size() + " scopes have no landed object");
    }
    // the same objects give the same payload, whatever order the ledger returned them in
    objects.sort(Comparator.comparing(LandedObject::key));
    return new PublicationPlan(
        dataset,
        IngestionSpec.ETERNITY,
        Publication.order(pipeline.businessDate(), pipeline.generation()),
        objects,
        counts);
  }

  private void limit(Counts counts) {
    boolean many = counts.malformed() > limits.maxMalformed();
    boolean large = counts.malformed() * 100.0 > limits.maxMalformedPercent() * counts.read();
    if (many && large) {
      throw new AnalyticsException(
          ErrorCode.TOO_MANY_MALFORMED,
          "%d of %d documents".formatted(counts.malformed(), counts.read()));
    }
  }
}
