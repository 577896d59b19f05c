package org.mlanalytics.files.ingestfile.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.testing.TestLedger;

/** The extension fails a test that sends a query without an index. */
class DeliveryStoreTest {

  private static final Duration LEASE = Duration.ofSeconds(45);
  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private DeliveryStore store;

  @BeforeEach
  void open() {
    store = new DeliveryStore(mongo.collection(LedgerIndexes.FILE_CALLBACKS), mongo.clock());
  }

  @Test
  void whatIsExpectedTwiceIsThereOnce() {
    expect("north", "r");
    Delivery begun = store.begins(due("north")).orElseThrow();
    store.delivered(begun, Answer.of(204));

    expect("north", "r");

    Delivery known = store.find("north/r").orElseThrow();
    assertEquals(DeliveryState.DELIVERED, known.state());
    assertEquals(1, known.attempts());
    assertEquals("204", known.result());
  }

  @Test
  void tenantsHaveClaimsOfTheirOwnTheOldestFirst() {
    expect("north", "b");
    mongo.time().advance(Duration.ofSeconds(1));
    expect("north", "a");
    expect("south", "c");
    mongo.time().advance(FIRST_LOOK);

    assertEquals("north/b", store.claim("north", LEASE).orElseThrow().key());
    assertEquals("north/a", store.claim("north", LEASE).orElseThrow().key());
    assertEquals(Optional.empty(), store.claim("north", LEASE));
    assertEquals("south/c", store.claim("south", LEASE).orElseThrow().key());
  }

  @Test
  void ofManyAtOnceOneHasTheClaim() throws Exception {
    IntStream.range(0, 5).forEach(i -> expect("north", "r" + i));
    mongo.time().advance(FIRST_LOOK);
    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      Callable<Optional<Delivery>> claim = () -> store.claim("north", LEASE);
      List<String> claimed =
          many.invokeAll(IntStream.range(0, 16).mapToObj(i -> claim).toList()).stream()
              .map(
                  future -> {
                    try {
                      return future.get();
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .flatMap(Optional::stream)
              .map(Delivery::key)
              .toList();
      assertEquals(5, claimed.size(), claimed.toString());
      assertEquals(5, claimed.stream().collect(Collectors.toSet()).size(), claimed.toString());
    } finally {
      many.shutdownNow();
    }
  }

  @Test
  void whatADeadWorkerHadComesUpAgain() {
    expect("north", "r");
    Delivery dead = store.begins(due("north")).orElseThrow();
    assertEquals(Optional.empty(), store.claim("north", LEASE));

    mongo.time().advance(LEASE);
    Delivery again = store.claim("north", LEASE).orElseThrow();

    assertEquals(DeliveryState.PENDING, again.state());
    assertEquals(1, again.attempts());
    assertEquals(dead.webhookId(), again.webhookId());
    assertEquals(dead.endedAt(), again.endedAt());
  }

  @Test
  void whoLostTheClaimDecidesNothingButADelivery() {
    expect("north", "r");
    Delivery slow = store.begins(due("north")).orElseThrow();
    mongo.time().advance(LEASE);
    Delivery next = store.claim("north", LEASE).orElseThrow();

    store.givenUp(slow, Answer.of(410));
    store.failed(slow, Answer.of(500), mongo.clock().now());
    assertEquals(Optional.empty(), store.begins(slow));
    assertEquals(DeliveryState.PENDING, state());
    assertEquals(Optional.empty(), store.claim("north", LEASE));

    store.delivered(slow, Answer.of(200));
    assertEquals(DeliveryState.DELIVERED, state());
    assertEquals(Optional.empty(), store.begins(next));
  }

  @Test
  void whatHasEndedIsNeverDueAgain() {
    expect("north", "r");
    store.givenUp(store.begins(due("north")).orElseThrow(), Answer.of(410));

    store.mayHaveEnded("north/r");
    mongo.time().advance(Duration.ofDays(30));

    assertEquals(Optional.empty(), store.claim("north", LEASE));
    assertEquals(DeliveryState.GIVEN_UP, state());
  }

  /** Somebody looked, the request ended, and only then he notes that it had not. */
  @Test
  void anEndThatComesWhileSomebodyLooksIsNotMissed() {
    expect("north", "r");
    Delivery looked = due("north");

    store.mayHaveEnded("north/r");
    store.waits(looked, mongo.clock().now().plusSeconds(600));

    assertTrue(store.claim("north", LEASE).isPresent());
  }

  @Test
  void anAttemptUnderWayIsNotDisturbed() {
    expect("north", "r");
    Delivery begun = store.begins(due("north")).orElseThrow();

    store.mayHaveEnded("north/r");

    assertEquals(Optional.empty(), store.claim("north", LEASE));
    store.failed(begun, Answer.of(500), mongo.clock().now());
    assertTrue(store.claim("north", LEASE).isPresent());
  }

  @Test
  void eachRequestHasAMessageOfItsOwn() {
    expect("north", "r");
    expect("south", "r");

    String id = store.find("north/r").orElseThrow().webhookId();
    assertNotEquals(id, store.find("south/r").orElseThrow().webhookId());
    assertTrue(id.matches("msg_[0-9a-f-]{36}"), id);
  }

  private void expect(String tenant, String id) {
    store.expect(Accepted.request(tenant, id, "http://127.0.0.1/"));
  }

  private Delivery due(String tenant) {
    mongo.time().advance(FIRST_LOOK);
    return store.claim(tenant, LEASE).orElseThrow();
  }

  private DeliveryState state() {
    return store.find("north/r").orElseThrow().state();
  }
}
