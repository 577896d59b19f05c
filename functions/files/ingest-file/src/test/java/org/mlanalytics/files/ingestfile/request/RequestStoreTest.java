package org.mlanalytics.files.ingestfile.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.testing.TestLedger;

/** The extension fails a test that sends a query without an index. */
class RequestStoreTest {

  private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private final List<String> leftovers = new ArrayList<>();
  private RequestStore store;
  private boolean goesOn;

  @BeforeEach
  void open() {
    store =
        new RequestStore(
            mongo.collection(LedgerIndexes.FILE_REQUESTS),
            (request, run) -> {
              leftovers.add(request.key() + " " + run);
              return !goesOn;
            });
  }

  @Test
  void whatIsKeptIsReadAgain() {
    AcceptedRequest whole =
        new AcceptedRequest(
            "north",
            new FileRequest(
                "r",
                "uri",
                "tsv",
                new SchemaChoice.Inline("{\"version\":1}"),
                List.of(new Target(Target.Kind.MONGO, "rows")),
                "a".repeat(64),
                7L,
                Priority.LOW,
                "https://hook.example.org/"),
            NOON);
    AcceptedRequest small = request("north", "s", NOON);

    store.accept(whole);
    store.accept(small);

    assertEquals(Optional.of(whole), store.find("north/r"));
    assertEquals(Optional.of(small), store.find("north/s"));
  }

  @Test
  void aRequestOfAnOlderVersionIsRead() {
    AcceptedRequest old = store.accept(request("north", "r", NOON));
    mongo
        .collection(LedgerIndexes.FILE_REQUESTS)
        .updateOne(Filters.eq("_id", "north/r"), Updates.unset("callback"));

    assertEquals(Optional.of(old), store.find("north/r"));
  }

  @Test
  void aRequestThatIsSentAgainIsTheFirst() {
    AcceptedRequest first = store.accept(request("north", "r", NOON));

    assertEquals(first, store.accept(request("north", "r", NOON.plusSeconds(9))));
  }

  @Test
  void anIdIsNotUsedForAnotherRequest() {
    AcceptedRequest first = store.accept(request("north", "r", NOON));
    AcceptedRequest other =
        new AcceptedRequest("north", first.request().withTargets(List.of()), NOON);

    AnalyticsException e = assertThrows(AnalyticsException.class, () -> store.accept(other));
    assertEquals(ErrorCode.FILE_REQUEST_DIFFERS, e.code());
  }

  @Test
  void tenantsHaveIdsAndListsOfTheirOwn() {
    AcceptedRequest old = store.accept(request("north", "r", NOON));
    AcceptedRequest young = store.accept(request("north", "s", NOON.plusSeconds(1)));
    AcceptedRequest other = store.accept(request("south", "r", NOON));

    assertEquals(List.of(young, old), store.latest("north", 10));
    assertEquals(List.of(young), store.latest("north", 1));
    assertEquals(List.of(other), store.latest("south", 10));
  }

  @Test
  void whatIsRemovedIsGoneWithItsLeftovers() {
    AcceptedRequest old = store.accept(request("north", "r", NOON));

    assertTrue(store.remove(old, "run"));

    assertEquals(Optional.empty(), store.find("north/r"));
    assertEquals(List.of("north/r run"), leftovers);
    AcceptedRequest other = request("north", "r", NOON.plusSeconds(1));
    assertEquals(other, store.accept(other));
  }

  @Test
  void aRequestWhoseRunGoesOnStays() {
    AcceptedRequest old = store.accept(request("north", "r", NOON));
    goesOn = true;

    assertFalse(store.remove(old, "run"));

    assertEquals(Optional.of(old), store.find("north/r"));
    assertEquals(List.of(old), store.latest("north", 10));
  }

  @Test
  void aLaterRequestOfTheSameIdStays() {
    AcceptedRequest old = store.accept(request("north", "r", NOON));
    store.remove(old, "run");
    AcceptedRequest later = store.accept(request("north", "r", NOON.plusSeconds(1)));

    store.remove(old, "run");

    assertEquals(Optional.of(later), store.find("north/r"));
  }

  @Test
  void aRemovalThatWasCutShortIsFinishedByWhoeverSendsTheIdAgain() {
    store.accept(request("north", "r", NOON));
    cutShort();

    assertEquals(Optional.empty(), store.find("north/r"));
    assertEquals(List.of(), store.latest("north", 10));
    AcceptedRequest other = request("north", "r", NOON.plusSeconds(1));
    assertEquals(other, store.accept(other));
    assertEquals(Optional.of(other), store.find("north/r"));
    assertEquals(List.of("north/r run"), leftovers);
  }

  @Test
  void whereTheRunGoesOnAfterAllTheIdIsThatOfTheFirst() {
    AcceptedRequest first = store.accept(request("north", "r", NOON));
    cutShort();
    goesOn = true;

    assertEquals(first, store.accept(request("north", "r", NOON.plusSeconds(1))));
    assertEquals(Optional.of(first), store.find("north/r"));
  }

  @Test
  void onlyThoseOfBeforeAreVisited() {
    AcceptedRequest old = store.accept(request("north", "r", NOON));
    store.accept(request("north", "s", NOON.plusSeconds(1)));
    Map<AcceptedRequest, String> seen = new HashMap<>();

    store.eachBefore(NOON.plusSeconds(1), seen::put);

    assertEquals(Collections.singletonMap(old, null), seen);
    cutShort();
    store.eachBefore(NOON.plusSeconds(1), seen::put);
    assertEquals(Map.of(old, "run"), seen);
  }

  private void cutShort() {
    mongo
        .collection(LedgerIndexes.FILE_REQUESTS)
        .updateOne(Filters.eq("_id", "north/r"), Updates.set("expiring", "run"));
  }

  private static AcceptedRequest request(String tenant, String id, Instant at) {
    return new AcceptedRequest(
        tenant,
        new FileRequest(
            id,
            "uri",
            null,
            null,
            List.of(new Target(Target.Kind.MONGO, "rows")),
            null,
            null,
            Priority.NORMAL,
            null),
        at);
  }
}
