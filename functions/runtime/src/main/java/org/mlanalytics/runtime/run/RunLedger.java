package org.mlanalytics.runtime.run;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pullByFilter;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * The run ledger: one document for each identity, claimed before anything is done. Uses
 * single-document atomic operations only, so it behaves the same on MongoDB and on its compatible
 * services.
 */
public final class RunLedger {

  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  private static final int MAX_LOST_REPLIES = 2;

  private final MongoCollection<Document> runs;
  private final LedgerClock clock;
  private final Duration leaseDuration;
  private final int maxTakeOvers;
  private final String instance;

  /**
   * @param runs collection of runs, with majority write concern and primary reads
   * @param clock time of the ledger's server
   * @param leaseDuration how long a claim lasts without renewal
   * @param maxTakeOvers an attempt that was taken over so often is given up
   * @param instance name of this process, kept in the runs that it claims
   */
  public RunLedger(
      MongoCollection<Document> runs,
      LedgerClock clock,
      Duration leaseDuration,
      int maxTakeOvers,
      String instance) {
    this.runs = runs;
    this.clock = clock;
    this.leaseDuration = leaseDuration;
    this.maxTakeOvers = maxTakeOvers;
    this.instance = instance;
  }

  /**
   * Claims a run or says who has it.
   *
   * @throws AnalyticsException when the policy refuses: {@link ErrorCode#RUN_ACTIVE}, {@link
   *     ErrorCode#DUPLICATE_RUN}
   */
  public Claim claim(ClaimRequest request) {
    String nonce = UUID.randomUUID().toString();
    for (int lostReplies = 0; ; lostReplies++) {
      try {
        return claim(request, nonce);
      } catch (MongoSocketException e) {
        // the write may have arrived: who reads the nonce owns the run
        if (lostReplies == MAX_LOST_REPLIES) {
          throw e;
        }
      }
    }
  }

  private Claim claim(ClaimRequest request, String nonce) {
    while (true) {
      Instant now = clock.now();
      Optional<Run> found = find(request.identity());
      if (found.isEmpty()) {
        insert(request, nonce, now);
        continue;
      }
      Run run = found.get();
      if (run.lease().owner().equals(nonce)) {
        return owned(run);
      }
      ClaimDecision decision = ClaimDecision.of(run, request, now, maxTakeOvers);
      if (decision instanceof ClaimDecision.HandBack handBack) {
        return new Claim.HandedBack(run, handBack.active());
      }
      if (decision instanceof ClaimDecision.Refuse refuse) {
        throw new AnalyticsException(
            refuse.code(), "run " + run.id() + " is " + run.state() + ", attempt " + run.attempt());
      }
      compareAndSet(run, changes(decision, run, request, nonce, now));
    }
  }

  /** The run with an identity. */
  public Optional<Run> find(RunIdentity identity) {
    return one(eq("_id", identity.key()));
  }

  /** The run with an id. */
  public Optional<Run> byId(String id) {
    return one(eq("id", id));
  }

  /**
   * Runs of a pipeline.
   *
   * @param function only of this function, or null for all
   */
  public List<Run> ofPipeline(String pipeline, String function) {
    Bson filter =
        function == null
            ? eq("pipeline", pipeline)
            : and(eq("pipeline", pipeline), eq("function", function));
    return list(runs.find(filter).sort(Sorts.ascending("id")));
  }

  /** Runs of a business date, newest first. */
  public List<Run> latest(Bson filter, int limit) {
    return list(runs.find(filter).sort(Sorts.descending("id")).limit(limit));
  }

  /** Datasets of the runs of a business date. */
  public Set<String> datasetsOf(LocalDate date) {
    return runs.find(eq("businessDate", date.toString()))
        .projection(Projections.include("dataset"))
        .map(run -> run.getString("dataset"))
        .into(new TreeSet<>());
  }

  /** Runs in a state. */
  public List<Run> inState(RunState state) {
    return list(runs.find(eq("state", state.name())));
  }

  /** Runs that stopped in the middle. */
  public List<Run> abandoned() {
    Instant now = clock.now();
    Bson unfinished =
        in("state", RunState.CLAIMED.name(), RunState.EXTRACTED.name(), RunState.SUBMITTING.name());
    return list(runs.find(and(unfinished, lt("lease.until", Date.from(now)))));
  }

  /** Runs with events that were not acknowledged and that nobody touched for a while. */
  public List<Run> withOutbox(Duration untouched) {
    return list(
        runs.find(
            and(gt("outbox.id", ""), lt("updatedAt", Date.from(clock.now().minus(untouched))))));
  }

  /** Whether a later date's run of the same function, dataset and scope has succeeded. */
  public boolean hasLaterSuccess(RunIdentity identity) {
    return runs.find(
                and(
                    eq("function", identity.function()),
                    eq("dataset", identity.dataset()),
                    eq("scope", identity.scope()),
                    gt("businessDate", identity.businessDate().toString()),
                    eq("state", RunState.SUCCEEDED.name())))
            .first()
        != null;
  }

  /** Takes acknowledged events out of a run's outbox. */
  public void acknowledged(RunIdentity identity, Collection<String> eventIds) {
    runs.updateOne(eq("_id", identity.key()), pullByFilter(eq("outbox", in("id", eventIds))));
  }

  /**
   * Records what Druid tells of a submitted run. A submitted run has no owner: of several callers
   * only one succeeds.
   *
   * @return the run after the change, or empty when it has changed meanwhile
   */
  public Optional<Run> told(Run run, DruidTask task) {
    return compareAndSet(run, List.of(set("druid", RunDocument.write(task))));
  }

  /**
   * Ends a submitted run well. Its events are sent after this.
   *
   * @return the run after the change, or empty when it has changed meanwhile
   */
  public Optional<Run> succeed(
      Run run, DruidTask task, Counts counts, List<StepEvent> events, String detail) {
    return compareAndSet(
        run,
        List.of(
            set("state", RunState.SUCCEEDED.name()),
            set("druid", RunDocument.write(task)),
            set("counts", RunDocument.write(counts)),
            pushEach("outbox", events.stream().map(RunDocument::write).toList()),
            RunHandle.historyEntry(new Transition(RunState.SUCCEEDED, clock.now(), detail))));
  }

  /**
   * Ends a submitted run badly.
   *
   * @return the run after the change, or empty when it has changed meanwhile
   */
  public Optional<Run> fail(Run run, ErrorCode code, String message) {
    return compareAndSet(run, Failure.of(run, code, message, clock.now()));
  }

  /**
   * Ends a run by an operator's wish; its owner, if any, finds its lease lost.
   *
   * @return the cancelled run, or empty when it has ended meanwhile
   */
  public Optional<Run> cancel(Run run, String detail) {
    return compareAndSet(
        run,
        List.of(
            set("state", RunState.CANCELLED.name()),
            set("error", RunDocument.write(new RunError(ErrorCode.CANCELLED.code(), detail))),
            inc("lease.epoch", 1L),
            RunHandle.historyEntry(new Transition(RunState.CANCELLED, clock.now(), detail))));
  }

  /**
   * Removes a run that has ended.
   *
   * @param id of the run: a later one of the same identity stays
   * @return whether it is gone; false when it goes on
   */
  public boolean forget(RunIdentity identity, String id) {
    List<String> ends =
        Arrays.stream(RunState.values()).filter(RunState::isFinal).map(Enum::name).toList();
    runs.deleteOne(and(eq("_id", identity.key()), eq("id", id), in("state", ends)));
    return find(identity).filter(run -> run.id().equals(id)).isEmpty();
  }

  private void insert(ClaimRequest request, String nonce, Instant now) {
    RunIdentity identity = request.identity();
    Document d =
        new Document("_id", identity.key())
            .append("id", TimeOrderedId.next(now))
            .append("function", identity.function())
            .append("dataset", identity.dataset())
            .append("scope", identity.scope())
            .append("businessDate", identity.businessDate().toString())
            .append("attempt", 1)
            .append("lease", RunDocument.write(new Lease(nonce, 1, now.plus(leaseDuration))))
            .append("outbox", List.of())
            .append("attempts", List.of())
            .append("instance", instance)
            .append("updatedAt", Date.from(now));
    asked(request, now).forEach(d::append);
    d.append(
        "history",
        List.of(
            RunDocument.write(
                new Transition(RunState.CLAIMED, now, "attempt 1 by " + request.trigger()))));
    try {
      runs.insertOne(d);
    } catch (DuplicateKeyException raced) {
      // somebody else was first, or our own insert arrived and its reply did not: reading decides
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  /** The fields that each attempt starts with. */
  private static Document asked(ClaimRequest request, Instant now) {
    return new Document("pipeline", request.pipeline())
        .append("generation", request.generation())
        .append("trigger", request.trigger().name())
        .append("requestedBy", request.requestedBy())
        .append("policy", request.policy().label())
        .append("traceparent", request.traceparent())
        .append("takeOvers", 0)
        .append("state", RunState.CLAIMED.name())
        .append("counts", RunDocument.write(Counts.NONE))
        .append("progress", null)
        .append("objects", List.of())
        .append("druid", null)
        .append("error", null)
        .append("startedAt", Date.from(now));
  }

  private List<Bson> changes(
      ClaimDecision decision, Run run, ClaimRequest request, String nonce, Instant now) {
    Bson lease =
        set(
            "lease",
            RunDocument.write(new Lease(nonce, run.lease().epoch() + 1, now.plus(leaseDuration))));
    if (decision instanceof ClaimDecision.TakeOver) {
      return List.of(
          lease,
          set("instance", instance),
          inc("takeOvers", 1),
          RunHandle.historyEntry(new Transition(run.state(), now, "taken over")));
    }
    if (decision instanceof ClaimDecision.GiveUp) {
      ErrorCode code = ErrorCode.TOO_MANY_TAKE_OVERS;
      String message = "taken over " + run.takeOvers() + " times";
      List<Bson> all = new ArrayList<>(Failure.of(run, code, message, now));
      all.add(inc("lease.epoch", 1L));
      return all;
    }
    List<Bson> all = new ArrayList<>();
    asked(request, now).forEach((field, value) -> all.add(set(field, value)));
    all.add(lease);
    all.add(set("instance", instance));
    all.add(inc("attempt", 1));
    all.add(
        pushEach(
            "attempts",
            List.of(RunDocument.asAttempt(run)),
            new PushOptions().slice(-RunHandle.ATTEMPTS)));
    String detail = "attempt " + (run.attempt() + 1) + " by " + request.trigger();
    all.add(RunHandle.historyEntry(new Transition(RunState.CLAIMED, now, detail)));
    return all;
  }

  private Optional<Run> compareAndSet(Run seen, List<Bson> changes) {
    List<Bson> all = new ArrayList<>(changes);
    all.add(set("updatedAt", Date.from(clock.now())));
    Document after =
        runs.findOneAndUpdate(
            and(
                eq("_id", seen.identity().key()),
                eq("attempt", seen.attempt()),
                eq("state", seen.state().name()),
                eq("lease.owner", seen.lease().owner()),
                eq("lease.epoch", seen.lease().epoch())),
            combine(all),
            AFTER);
    return Optional.ofNullable(after).map(RunDocument::read);
  }

  private Claim.Owned owned(Run run) {
    return new Claim.Owned(run, new RunHandle(runs, clock, leaseDuration, run));
  }

  private Optional<Run> one(Bson filter) {
    return Optional.ofNullable(runs.find(filter).first()).map(RunDocument::read);
  }

  private static List<Run> list(Iterable<Document> documents) {
    List<Run> all = new ArrayList<>();
    documents.forEach(d -> all.add(RunDocument.read(d)));
    return all;
  }
}
