package org.mlanalytics.runtime.run;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * The writing end of a claimed run. Every update names owner and epoch of the lease; when another
 * instance has taken the run over no document matches, and the call ends with {@link
 * ErrorCode#LEASE_LOST}: the caller stops at once.
 */
public final class RunHandle {

  static final int HISTORY = 50;
  static final int ATTEMPTS = 20;

  private final MongoCollection<Document> runs;
  private final LedgerClock clock;
  private final Duration leaseDuration;
  private final String key;
  private final String owner;
  private final long epoch;
  private volatile Run run;
  private volatile boolean lost;

  RunHandle(MongoCollection<Document> runs, LedgerClock clock, Duration leaseDuration, Run run) {
    this.runs = runs;
    this.clock = clock;
    this.leaseDuration = leaseDuration;
    this.key = run.identity().key();
    this.owner = run.lease().owner();
    this.epoch = run.lease().epoch();
    this.run = run;
  }

  /** The run as of the last update through this handle. */
  public Run run() {
    return run;
  }

  /** Prefix of this claim's objects: nobody else ever writes there. */
  public String objectFolder() {
    return "%s/%s/%s/%d-%d"
        .formatted(
            run.identity().dataset(),
            run.identity().businessDate(),
            run.id(),
            run.attempt(),
            epoch);
  }

  /** Prolongs the lease. */
  public void renew() {
    update(List.of());
  }

  /**
   * Gives the lease back because something else has to end first, or a server has to come back:
   * anybody may go on at once. It does not count towards the take-overs after which a run is given
   * up.
   */
  public void await(String detail) {
    update(List.of(pushHistory(run.state(), detail), inc("takeOvers", -1)), Duration.ZERO);
  }

  /** Records which generation of the pipeline the run serves. */
  public void serve(long generation) {
    if (run.generation() != generation) {
      update(List.of(set("generation", generation)));
    }
  }

  /** The object is in the store. */
  public void extracted(Counts counts, List<LandedObject> objects, String detail) {
    enter(
        RunState.EXTRACTED,
        detail,
        set("counts", RunDocument.write(counts)),
        set("objects", objects.stream().map(RunDocument::write).toList()));
  }

  /**
   * How far the work has come; prolongs the lease.
   *
   * @param worked time since it began
   * @param bytes bytes that the store has taken
   */
  public void progress(Counts counts, Duration worked, long bytes) {
    Progress progress = Progress.after(worked, counts.read(), counts.written(), bytes, clock.now());
    update(
        List.of(
            set("counts", RunDocument.write(counts)),
            set("progress", RunDocument.write(progress))));
  }

  /** Records what is about to be sent to Druid, before it is sent. */
  public void submitting(DruidTask task, List<LandedObject> objects, Counts counts, String detail) {
    enter(
        RunState.SUBMITTING,
        detail,
        set("druid", RunDocument.write(task)),
        set("objects", objects.stream().map(RunDocument::write).toList()),
        set("counts", RunDocument.write(counts)));
  }

  /** Druid has the task. */
  public void submitted(DruidTask task) {
    enter(RunState.SUBMITTED, task.taskId(), set("druid", RunDocument.write(task)));
  }

  /** The run is done; its events are sent after this, and pulled after the broker has them. */
  public void succeed(Counts counts, List<StepEvent> events, String detail) {
    List<Bson> changes = new ArrayList<>();
    changes.add(set("counts", RunDocument.write(counts)));
    if (!events.isEmpty()) {
      changes.add(pushEach("outbox", events.stream().map(RunDocument::write).toList()));
    }
    enter(RunState.SUCCEEDED, detail, changes.toArray(Bson[]::new));
  }

  /** There is nothing to do. */
  public void skip(String detail) {
    enter(RunState.SKIPPED, detail);
  }

  /** The run has failed; the event that tells so is sent after this. */
  public void fail(ErrorCode code, String message) {
    update(Failure.of(run, code, message, clock.now(), List.of()));
  }

  /**
   * The run has failed, and that is a result: it leaves objects, and is told to others.
   *
   * @param counts what it did
   * @param objects what it leaves in the store
   * @param events sent beside the event that every failure sends
   */
  public void fail(
      ErrorCode code,
      String message,
      Counts counts,
      List<LandedObject> objects,
      List<StepEvent> events) {
    List<Bson> changes = new ArrayList<>(Failure.of(run, code, message, clock.now(), events));
    changes.add(set("counts", RunDocument.write(counts)));
    changes.add(set("objects", objects.stream().map(RunDocument::write).toList()));
    update(changes);
  }

  private void enter(RunState state, String detail, Bson... changes) {
    List<Bson> all = new ArrayList<>(List.of(changes));
    all.add(set("state", state.name()));
    all.add(pushHistory(state, detail));
    update(all);
  }

  private Bson pushHistory(RunState state, String detail) {
    return historyEntry(new Transition(state, clock.now(), detail));
  }

  static Bson historyEntry(Transition transition) {
    return pushEach(
        "history", List.of(RunDocument.write(transition)), new PushOptions().slice(-HISTORY));
  }

  private void update(List<Bson> changes) {
    update(changes, leaseDuration);
  }

  /**
   * Stops the caller when the lease is known to be lost; asks nobody.
   *
   * @throws AnalyticsException {@link ErrorCode#LEASE_LOST}
   */
  public void ensureHeld() {
    if (lost) {
      throw leaseLost();
    }
  }

  private synchronized void update(List<Bson> changes, Duration lease) {
    ensureHeld();
    Instant now = clock.now();
    List<Bson> all = new ArrayList<>(changes);
    all.add(set("updatedAt", Date.from(now)));
    all.add(set("lease.until", Date.from(now.plus(lease))));
    Document after =
        runs.findOneAndUpdate(
            and(eq("_id", key), eq("lease.owner", owner), eq("lease.epoch", epoch)),
            combine(all),
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    if (after == null) {
      lost = true;
      throw leaseLost();
    }
    run = RunDocument.read(after);
    // a renewal that is under way must not take back what was given up
    lost = lease.isZero();
  }

  private AnalyticsException leaseLost() {
    return new AnalyticsException(
        ErrorCode.LEASE_LOST, "run " + run.id() + " belongs to another instance now");
  }
}
