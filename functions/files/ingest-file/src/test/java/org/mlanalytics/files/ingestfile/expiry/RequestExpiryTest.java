package org.mlanalytics.files.ingestfile.expiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.files.ingestfile.callback.DeliveryStore;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.FileRequest;
import org.mlanalytics.files.ingestfile.request.Priority;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestLedger;

class RequestExpiryTest {

  private static final Duration KEEP = Duration.ofDays(90);
  private static final Target ROWS = new Target(Target.Kind.MONGO, "rows");

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private final Set<String> running = new HashSet<>();
  private RunLedger ledger;
  private RequestStore requests;
  private DeliveryStore callbacks;
  private RequestExpiry expiry;

  @BeforeEach
  void open() {
    ledger = mongo.runs();
    callbacks = new DeliveryStore(mongo.collection(LedgerIndexes.FILE_CALLBACKS), mongo.clock());
    requests =
        new RequestStore(
            mongo.collection(LedgerIndexes.FILE_REQUESTS), new RequestLeftovers(ledger, callbacks));
    expiry =
        new RequestExpiry(
            requests,
            ledger,
            callbacks,
            request ->
                running.contains(request.key()) ? Optional.empty() : Optional.of(new byte[0]),
            mongo.clock(),
            KEEP);
  }

  @Test
  void whatHasEndedLongAgoIsRemovedAndItsIdIsThatOfANewRequest() {
    AcceptedRequest old = taken("r");
    fetched(old).succeed(Counts.NONE, List.of(), "done");
    callback(old, "DELIVERED");

    mongo.time().advance(KEEP);
    expiry.sweep();
    assertEquals(Optional.of(old), requests.find(old.key()));

    mongo.time().advance(Duration.ofSeconds(1));
    expiry.sweep();

    assertEquals(Optional.empty(), requests.find(old.key()));
    assertEquals(Optional.empty(), ledger.find(old.fetchRun()));
    assertEquals(Optional.empty(), callbacks.find(old.key()));
    AcceptedRequest later = taken("r");
    assertEquals(1, fetched(later).run().attempt());
    assertEquals(Optional.of(later), requests.find(later.key()));
  }

  @Test
  void whatLoadedTheContentStays() {
    AcceptedRequest old = taken("r");
    fetched(old).succeed(Counts.NONE, List.of(), "done");
    RunHandle load = Requests.own(ledger, Requests.event(old.loadRun(ROWS, "digest"), 0));
    load.succeed(Counts.NONE, List.of(), "done");

    longAfter();

    assertEquals(Optional.empty(), requests.find(old.key()));
    assertEquals(load.run(), ledger.find(load.run().identity()).orElseThrow());
  }

  @Test
  void whatHasNotEndedStays() {
    AcceptedRequest queued = taken("queued");
    AcceptedRequest fetching = taken("fetching");
    fetched(fetching);
    AcceptedRequest loading = taken("loading");
    fetched(loading).succeed(Counts.NONE, List.of(), "done");
    running.add(loading.key());

    longAfter();

    assertEquals(Optional.of(queued), requests.find(queued.key()));
    assertEquals(Optional.of(fetching), requests.find(fetching.key()));
    assertEquals(Optional.of(loading), requests.find(loading.key()));
  }

  @Test
  void whoseCallbackIsStillToBeToldStays() {
    for (String state : List.of("WAITING", "PENDING")) {
      AcceptedRequest old = taken(state);
      fetched(old).succeed(Counts.NONE, List.of(), "done");
      callback(old, state);

      longAfter();

      assertEquals(Optional.of(old), requests.find(old.key()));
      callback(old, "GIVEN_UP");
      expiry.sweep();
      assertEquals(Optional.empty(), requests.find(old.key()));
    }
  }

  @Test
  void whatWasRepeatedLatelyStays() {
    AcceptedRequest old = taken("r");
    fetched(old).succeed(Counts.NONE, List.of(), "done");
    mongo.time().advance(KEEP);
    Requests.own(ledger, Requests.http(old.fetchRun(), Policy.FORCE))
        .succeed(Counts.NONE, List.of(), "repeated");
    mongo.time().advance(Duration.ofDays(1));

    expiry.sweep();

    assertEquals(Optional.of(old), requests.find(old.key()));
  }

  @Test
  void whileALoadOfItGoesOnItStays() {
    AcceptedRequest old = taken("r");
    fetched(old).succeed(Counts.NONE, List.of(), "done");
    Requests.own(
        ledger,
        new ClaimRequest(
            old.loadRun(ROWS, "of-an-earlier-content"),
            old.key(),
            0,
            Policy.FAILED_ONLY,
            Trigger.EVENT,
            null,
            null));

    longAfter();

    assertEquals(Optional.of(old), requests.find(old.key()));
  }

  @Test
  void aRemovalThatWasCutShortIsFinished() {
    AcceptedRequest old = taken("r");
    RunHandle run = fetched(old);
    run.succeed(Counts.NONE, List.of(), "done");
    callback(old, "DELIVERED");
    mongo
        .collection(LedgerIndexes.FILE_REQUESTS)
        .updateOne(Filters.eq("_id", old.key()), Updates.set("expiring", run.run().id()));
    ledger.forget(old.fetchRun(), run.run().id());

    longAfter();

    assertNull(
        mongo.collection(LedgerIndexes.FILE_REQUESTS).find(Filters.eq("_id", old.key())).first());
    assertEquals(Optional.empty(), callbacks.find(old.key()));
  }

  private void longAfter() {
    mongo.time().advance(KEEP.plusDays(1));
    expiry.sweep();
  }

  private AcceptedRequest taken(String id) {
    Instant now = mongo.clock().now();
    return requests.accept(
        new AcceptedRequest(
            "north",
            new FileRequest(
                id, "uri", null, null, List.of(ROWS), null, null, Priority.NORMAL, null),
            now));
  }

  private RunHandle fetched(AcceptedRequest request) {
    return Requests.own(
        ledger,
        new ClaimRequest(
            request.fetchRun(), request.key(), 0, Policy.FAILED_ONLY, Trigger.EVENT, null, null));
  }

  private void callback(AcceptedRequest request, String state) {
    mongo
        .collection(LedgerIndexes.FILE_CALLBACKS)
        .replaceOne(
            Filters.eq("_id", request.key()),
            new Document("tenant", request.tenant())
                .append("state", state)
                .append("createdAt", Date.from(request.acceptedAt()))
                .append("attempts", 1),
            new ReplaceOptions().upsert(true));
  }
}
