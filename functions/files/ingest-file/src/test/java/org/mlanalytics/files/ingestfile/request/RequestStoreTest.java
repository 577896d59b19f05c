package org.mlanalytics.files.ingestfile.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
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

  private RequestStore store;

  @BeforeEach
  void open() {
    store = new RequestStore(mongo.collection(LedgerIndexes.FILE_REQUESTS));
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
