package org.mlanalytics.publishing.load;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.SharedStep;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.PendingScope;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.pipeline.Step;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.run.Trigger;

/**
 * Replaces a dataset of all time by the rows of a whole collection. One function, three kinds of
 * runs: the run of scope {@code *} splits the collection into ranges of ids and opens the night's
 * pipeline, one run for each range lands its rows, and the run of scope {@code publication}
 * publishes them once all are landed.
 */
public final class CollectionLoad implements SharedStep.StepWork {

  private final CollectionLoads with;
  private final CollectionSource what;
  private final Area area;
  private final String split;
  private final String extracted;

  CollectionLoad(CollectionLoads with, CollectionSource what) {
    this.with = with;
    this.what = what;
    this.area = what.area();
    this.split = area.name() + ".split";
    this.extracted = area.name() + ".extracted";
  }

  @Override
  public Set<String> startedBy() {
    return Set.of(split, extracted);
  }

  @Override
  public Optional<ClaimRequest> plan(Invocation invocation) {
    String scope = scope(invocation);
    if (scope.equals(RunIdentity.WHOLE)) {
      return Optional.of(with.claims.opening(area, invocation));
    }
    if (scope.equals(RunIdentity.PUBLICATION)) {
      Step publication = area.publication(area.extractor());
      return with.claims.publication(area, publication, invocation);
    }
    Pipeline pipeline = with.pipelines.require(area, invocation.businessDate());
    range(pipeline, scope);
    return Optional.of(with.claims.extraction(area, pipeline, scope, invocation));
  }

  /** The end of an extraction asks for the publication, whichever scope it tells of. */
  private String scope(Invocation invocation) {
    if (invocation.trigger() == Trigger.EVENT && invocation.event().name().equals(extracted)) {
      return RunIdentity.PUBLICATION;
    }
    return invocation.scope() == null ? RunIdentity.WHOLE : invocation.scope();
  }

  @Override
  public void execute(RunHandle handle) throws IOException {
    String scope = handle.run().identity().scope();
    switch (scope) {
      case RunIdentity.WHOLE -> open(handle);
      case RunIdentity.PUBLICATION -> publish(handle);
      default ->
          with.scopes.execute(
              handle,
              what.dataset(),
              documents(IdRange.of(scope).orElseThrow()),
              document -> true,
              what.rules(),
              extracted);
    }
  }

  private void open(RunHandle handle) {
    Run run = handle.run();
    List<String> scopes = ranges().stream().map(IdRange::scope).toList();
    Pipeline pipeline = with.pipelines.open(area, run, scopes);
    List<StepEvent> events = new ArrayList<>();
    for (PendingScope pending : pipeline.pending()) {
      String event = pending.generation() + "-" + pending.scope();
      events.add(
          StepEvent.of(
              run, event, split, pending.scope(), pending.generation(), null, with.clock.now()));
    }
    handle.succeed(Counts.NONE, events, pipeline.expected().size() + " ranges of documents");
  }

  private void publish(RunHandle handle) throws IOException {
    Run run = handle.run();
    if (run.state() == RunState.SUBMITTING) {
      with.publisher.resume(handle);
    } else {
      with.publisher.publish(handle, with.objects.plan(run, area, what.dataset()));
    }
  }

  @Override
  public Map<String, Object> dryRun(Invocation invocation) throws IOException {
    String scope = scope(invocation);
    if (scope.equals(RunIdentity.PUBLICATION)) {
      Pipeline pipeline = with.pipelines.require(area, invocation.businessDate());
      return Map.of(
          "due",
          pipeline.isDue(),
          "rows",
          with.objects.plan(pipeline, area, what.dataset()).rows());
    }
    IdRange range =
        scope.equals(RunIdentity.WHOLE)
            ? IdRange.ALL
            : range(with.pipelines.require(area, invocation.businessDate()), scope);
    return Map.of(
        "scope",
        scope,
        "counts",
        with.extraction.count(documents(range), document -> true, what.rules().get()));
  }

  @Override
  public void ended(Run run) {
    with.publisher.ended(run);
    with.pipelines.failed(run.pipeline(), run.identity().scope(), run.generation());
  }

  private static IdRange range(Pipeline pipeline, String scope) {
    return IdRange.of(scope)
        .filter(range -> pipeline.expected().contains(scope))
        .orElseThrow(
            () ->
                new AnalyticsException(
                    ErrorCode.UNKNOWN_SCOPE, "the night has no such range of documents"));
  }

  private List<IdRange> ranges() {
    MongoCollection<RawBsonDocument> collection = with.source.collection(what.collection());
    List<ObjectId> boundaries = new ArrayList<>();
    Bson next = type("_id", BsonType.OBJECT_ID);
    while (true) {
      RawBsonDocument boundary =
          collection
              .find(next)
              .projection(include("_id"))
              .sort(Sorts.ascending("_id"))
              .skip(with.rangeSize - (boundaries.isEmpty() ? 0 : 1))
              .limit(1)
              .first();
      if (boundary == null) {
        return IdRange.between(boundaries);
      }
      ObjectId id = boundary.getObjectId("_id").getValue();
      boundaries.add(id);
      // goes on where it was: skipping from the beginning each time would walk the index over again
      next = and(type("_id", BsonType.OBJECT_ID), gt("_id", id));
    }
  }

  private Iterable<RawBsonDocument> documents(IdRange range) {
    return with.source
        .collection(what.collection())
        .find(and(range.filter(), what.match()))
        .projection(include(what.fields()))
        .batchSize(with.source.batchSize());
  }
}
