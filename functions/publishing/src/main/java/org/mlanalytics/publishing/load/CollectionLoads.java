package org.mlanalytics.publishing.load;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.publishing.PipelineObjects;
import org.mlanalytics.publishing.Publisher;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.function.Extraction;
import org.mlanalytics.runtime.function.PipelineClaims;
import org.mlanalytics.runtime.function.ScopeExtraction;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.source.SourceDatabase;
import org.mlanalytics.runtime.time.LedgerClock;

/** Makes loads of whole collections. */
@ApplicationScoped
public class CollectionLoads {

  final SourceDatabase source;
  final Pipelines pipelines;
  final PipelineClaims claims;
  final ScopeExtraction scopes;
  final Extraction extraction;
  final PipelineObjects objects;
  final Publisher publisher;
  final LedgerClock clock;
  final int rangeSize;

  CollectionLoads(
      SourceDatabase source,
      Pipelines pipelines,
      PipelineClaims claims,
      ScopeExtraction scopes,
      Extraction extraction,
      PipelineObjects objects,
      Publisher publisher,
      LedgerClock clock,
      AnalyticsConfig config) {
    this.source = source;
    this.pipelines = pipelines;
    this.claims = claims;
    this.scopes = scopes;
    this.extraction = extraction;
    this.objects = objects;
    this.publisher = publisher;
    this.clock = clock;
    this.rangeSize = config.mongo().rangeSize();
  }

  /** The load of a collection. */
  public CollectionLoad of(CollectionSource what) {
    return new CollectionLoad(this, what);
  }
}
