package org.mlanalytics.runtime.pipeline;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * The fan-in of a night: which scopes are still to be extracted before the publications run. Every
 * change is one atomic update of the pipeline's document.
 */
public final class Pipelines {

  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> pipelines;
  private final LedgerClock clock;

  /**
   * @param pipelines collection of pipelines, with majority write concern and primary reads
   * @param clock time of the ledger's server
   */
  public Pipelines(MongoCollection<Document> pipelines, LedgerClock clock) {
    this.pipelines = pipelines;
    this.clock = clock;
  }

  /**
   * Opens the pipeline of an area and date, or a new generation of it. Doing so twice for one
   * attempt of the opener gives the first result.
   *
   * @param opener the opener's claimed run
   * @param scopes all scopes of the night; taken only by the call that really opens
   */
  public Pipeline open(Area area, Run opener, List<String> scopes) {
    LocalDate date = opener.identity().businessDate();
    String id = area.pipelineId(date);
    String openedBy = opener.id() + "-" + opener.attempt();
    while (true) {
      Optional<Pipeline> found = find(id);
      if (found.isEmpty()) {
        insert(area, date, opener, openedBy, scopes);
        continue;
      }
      Pipeline pipeline = found.get();
      if (pipeline.openedBy().equals(openedBy)) {
        return pipeline;
      }
      long generation = pipeline.generation() + 1;
      pipelines.updateOne(
          and(eq("_id", id), eq("generation", pipeline.generation()), ne("openedBy", openedBy)),
          combine(
              set("generation", generation),
              set("openedBy", openedBy),
              set("expected", scopes),
              set("pending", pending(scopes, generation)),
              set("failed", List.of()),
              set("policy", opener.policy().label()),
              set("requestedBy", opener.requestedBy()),
              set("traceparent", opener.traceparent()),
              touched()));
    }
  }

  /**
   * Makes sure that the pipeline waits for a scope: where it does not, a new generation is opened
   * for it.
   *
   * @param policy policy of the request that wants the scope extracted
   * @return the generation that the extraction serves
   */
  public long want(String id, String scope, Policy policy) {
    while (true) {
      Pipeline pipeline = find(id).orElseThrow();
      for (PendingScope pending : pipeline.pending()) {
        if (pending.scope().equals(scope)) {
          return pending.generation();
        }
      }
      long generation = pipeline.generation() + 1;
      pipelines.updateOne(
          and(eq("_id", id), eq("generation", pipeline.generation())),
          combine(
              set("generation", generation),
              push("pending", document(new PendingScope(scope, generation))),
              addToSet("expected", scope),
              pull("failed", scope),
              set("policy", policy.label()),
              touched()));
    }
  }

  /**
   * A scope is extracted.
   *
   * @param generation generation that the extraction served; a scope that a later one wants stays
   *     pending
   * @return the pipeline after the update
   */
  public Pipeline extracted(String id, String scope, long generation) {
    return update(id, combine(pullPending(scope, generation), touched()));
  }

  /** The extraction of a scope failed; its scope is moved from pending to failed. */
  public Optional<Pipeline> failed(String id, String scope, long generation) {
    Bson waits = elemMatch("pending", and(eq("scope", scope), lte("generation", generation)));
    Document after =
        pipelines.findOneAndUpdate(
            and(eq("_id", id), waits),
            combine(pullPending(scope, generation), addToSet("failed", scope), touched()),
            AFTER);
    return Optional.ofNullable(after).map(Pipelines::read);
  }

  /** The pipeline with an id. */
  public Optional<Pipeline> find(String id) {
    return Optional.ofNullable(pipelines.find(eq("_id", id)).first()).map(Pipelines::read);
  }

  /** The newest pipeline of an area. */
  public Optional<Pipeline> latest(Area area) {
    return Optional.ofNullable(
            pipelines.find(eq("area", area.name())).sort(Sorts.descending("businessDate")).first())
        .map(Pipelines::read);
  }

  /**
   * The pipeline of an area that a request is about: that of a date, or the newest one.
   *
   * @param businessDate date asked for, or null
   * @throws AnalyticsException {@link ErrorCode#NO_PIPELINE}
   */
  public Pipeline require(Area area, LocalDate businessDate) {
    Optional<Pipeline> found =
        businessDate == null ? latest(area) : find(area.pipelineId(businessDate));
    return found.orElseThrow(
        () ->
            new AnalyticsException(
                ErrorCode.NO_PIPELINE,
                area.opener().function() + " has not opened a pipeline for it"));
  }

  /**
   * Pipelines of all areas that changed since an instant, newest business date first. The date says
   * nothing about what is going on: a night may be repeated years later.
   */
  public List<Pipeline> changedSince(Instant instant) {
    List<Pipeline> all = new ArrayList<>();
    pipelines
        .find(gte("updatedAt", Date.from(instant)))
        .sort(Sorts.descending("businessDate"))
        .forEach(d -> all.add(read(d)));
    return all;
  }

  private void insert(Area area, LocalDate date, Run opener, String openedBy, List<String> scopes) {
    Document d =
        new Document("_id", area.pipelineId(date))
            .append("area", area.name())
            .append("businessDate", date.toString())
            .append("generation", 1L)
            .append("openedBy", openedBy)
            .append("expected", scopes)
            .append("pending", pending(scopes, 1))
            .append("failed", List.of())
            .append("policy", opener.policy().label())
            .append("requestedBy", opener.requestedBy())
            .append("traceparent", opener.traceparent())
            .append("updatedAt", Date.from(clock.now()));
    try {
      pipelines.insertOne(d);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  private Pipeline update(String id, Bson change) {
    Document after = pipelines.findOneAndUpdate(eq("_id", id), change, AFTER);
    if (after == null) {
      throw new IllegalStateException("pipeline " + id + " is gone");
    }
    return read(after);
  }

  private static Bson pullPending(String scope, long generation) {
    return pull("pending", and(eq("scope", scope), lte("generation", generation)));
  }

  private Bson touched() {
    return set("updatedAt", Date.from(clock.now()));
  }

  private static List<Document> pending(List<String> scopes, long generation) {
    return scopes.stream().map(s -> document(new PendingScope(s, generation))).toList();
  }

  private static Document document(PendingScope p) {
    return new Document("scope", p.scope()).append("generation", p.generation());
  }

  private static Pipeline read(Document d) {
    return new Pipeline(
        d.getString("_id"),
        d.getString("area"),
        LocalDate.parse(d.getString("businessDate")),
        d.getLong("generation"),
        d.getList("expected", String.class),
        d.getList("pending", Document.class).stream()
            .map(p -> new PendingScope(p.getString("scope"), p.getLong("generation")))
            .toList(),
        d.getList("failed", String.class),
        Policy.of(d.getString("policy")),
        d.getString("requestedBy"),
        d.getString("traceparent"),
        d.getString("openedBy"),
        d.getDate("updatedAt").toInstant());
  }
}
