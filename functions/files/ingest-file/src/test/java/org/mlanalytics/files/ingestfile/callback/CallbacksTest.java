package org.mlanalytics.files.ingestfile.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.files.fetching.Poster;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.local.Await;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.testing.TestLedger;

/** Callbacks go out by threads of their own: whoever wakes them does not wait for receivers. */
class CallbacksTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private final CountDownLatch hold = new CountDownLatch(1);
  private DeliveryStore deliveries;
  private RequestStore requests;
  private Receiver receiver;
  private Callbacks callbacks;

  @BeforeEach
  void open() throws Exception {
    deliveries = new DeliveryStore(mongo.collection(LedgerIndexes.FILE_CALLBACKS), mongo.clock());
    requests =
        new RequestStore(mongo.collection(LedgerIndexes.FILE_REQUESTS), (request, run) -> true);
    receiver = new Receiver();
    CallbackConfig config = CallbackRules.config(rules());
    CallbackTenants tenants = CallbackRules.tenants(rules());
    callbacks =
        new Callbacks(
            deliveries,
            tenants,
            new CallbackWork(
                deliveries,
                requests,
                this::end,
                tenants,
                new RetrySchedule(config.pauses(), config.giveUpAfter()),
                Poster.ofTheMachine(),
                mongo.clock()));
  }

  @AfterEach
  void close() {
    hold.countDown();
    callbacks.close();
    receiver.close();
  }

  @Test
  void onlyWhoAsksIsToldOfARequest() {
    callbacks.expect(Accepted.request("north", "silent", null));
    callbacks.mayHaveEnded(Accepted.request("north", "silent", null));
    callbacks.expect(Accepted.request("north", "loud", receiver.address()));

    assertEquals(Optional.empty(), deliveries.find("north/silent"));
    assertEquals(DeliveryState.WAITING, state("north/loud"));
  }

  @Test
  void anEndIsToldAtOnce() {
    callbacks.mayHaveEnded(accepted("north", "r"));

    awaitDelivered("north/r");
    assertEquals(1, receiver.messages().size());
  }

  @Test
  void everythingThatIsDueIsToldByASweep() {
    for (String id : new String[] {"a", "b", "c"}) {
      accepted("north", id);
    }
    mongo.time().advance(Duration.ofSeconds(5));
    callbacks.sweep();
    callbacks.sweep();

    awaitDelivered("north/a");
    awaitDelivered("north/b");
    awaitDelivered("north/c");
    assertEquals(3, receiver.messages().size());
  }

  @Test
  void aSlowTenantHoldsUpNobodyElse() {
    callbacks.mayHaveEnded(accepted("slow", "r"));
    callbacks.mayHaveEnded(accepted("north", "r"));

    awaitDelivered("north/r");
    assertEquals(DeliveryState.WAITING, state("slow/r"));
    hold.countDown();
    awaitDelivered("slow/r");
  }

  /** Takes its time for the tenant {@code slow}. */
  private Optional<byte[]> end(AcceptedRequest accepted) {
    try {
      if (accepted.tenant().equals("slow")) {
        hold.await();
      }
      return Optional.of("{}".getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private AcceptedRequest accepted(String tenant, String id) {
    AcceptedRequest accepted = Accepted.request(tenant, id, receiver.address());
    requests.accept(accepted);
    callbacks.expect(accepted);
    return accepted;
  }

  private void awaitDelivered(String key) {
    Await.until(key, LIMIT, () -> state(key) == DeliveryState.DELIVERED);
  }

  private DeliveryState state(String key) {
    return deliveries.find(key).orElseThrow().state();
  }

  private Map<String, String> rules() {
    Map<String, String> rules = CallbackRules.north(receiver.port());
    Map<String, String> both = new HashMap<>(rules);
    rules.forEach((name, value) -> both.put(name.replace("NORTH", "SLOW"), value));
    return both;
  }
}
