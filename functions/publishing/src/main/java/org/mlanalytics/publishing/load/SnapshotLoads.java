package org.mlanalytics.publishing.load;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.core.snapshot.Snapshot;
import org.mlanalytics.core.time.BusinessDays;
import org.mlanalytics.publishing.PipelineObjects;
import org.mlanalytics.publishing.Publisher;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.function.PipelineClaims;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipelines;

/** Makes daily snapshots. */
@ApplicationScoped
public class SnapshotLoads {

  final Pipelines pipelines;
  final PipelineClaims claims;
  final PipelineObjects objects;
  final ObjectStore store;
  final Publisher publisher;
  final BusinessDays days;

  SnapshotLoads(
      Pipelines pipelines,
      PipelineClaims claims,
      PipelineObjects objects,
      ObjectStore store,
      Publisher publisher,
      AnalyticsConfig config) {
    this.pipelines = pipelines;
    this.claims = claims;
    this.objects = objects;
    this.store = store;
    this.publisher = publisher;
    this.days = new BusinessDays(config.zone(), config.snapshotsFrom());
  }

  /** The snapshot that a function makes of the rows of an area. */
  public SnapshotLoad of(String function, Area area, Snapshot snapshot) {
    return new SnapshotLoad(this, area, area.publication(function), snapshot);
  }
}
