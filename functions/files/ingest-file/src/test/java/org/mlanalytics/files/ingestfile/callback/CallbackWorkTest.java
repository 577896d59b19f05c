package org.mlanalytics.files.ingestfile.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlanalytics.files.fetching.Poster;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.testing.TestLedger;

/** Callbacks on a real connection, with the ledger's time in the test's hand. */
class CallbackWorkTest {

  private static final String MESSAGE = "{\"state\":\"INGESTED\"}";

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private final Set<String> ended = new HashSet<>(Set.of("north/r"));
  private Receiver receiver;

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void anAttemptThatFailsIsRepeatedUnderTheSameId() throws Exception {
    receiver = new Receiver(500, 302, 204);
    Map<String, String> rules = rules();
    rules.put("TENANTS_NORTH_OTHER_SECRET", CallbackRules.OTHER_SECRET);
    expect("r", receiver.address());

    pass(Duration.ofSeconds(5));
    work(rules).doDue("north");
    assertEquals("PENDING 1 500", state());
    work(rules).doDue("north");
    assertEquals(1, receiver.messages().size(), "before its time");
    pass(Duration.ofSeconds(6));
    work(rules).doDue("north");
    assertEquals("PENDING 2 302", state());
    pass(Duration.ofSeconds(36));
    work(rules).doDue("north");
    assertEquals("DELIVERED 3 204", state());
    pass(Duration.ofDays(2));
    work(rules).doDue("north");

    assertEquals(3, receiver.messages().size());
    assertEquals(1, receiver.messages().stream().map(Receiver.Message::id).distinct().count());
    for (Receiver.Message message : receiver.messages()) {
      assertEquals("POST", message.method());
      assertEquals(MESSAGE, message.body());
      assertTrue(message.isSignedBy(CallbackRules.SECRET), message.toString());
      assertTrue(message.isSignedBy(CallbackRules.OTHER_SECRET), message.toString());
      assertFalse(message.isSignedBy("whsec_" + "A".repeat(44)), message.toString());
    }
  }

  @Test
  void whatHasNotEndedIsNotTold() throws Exception {
    receiver = new Receiver();
    expect("later", receiver.address());

    pass(Duration.ofSeconds(5));
    work(rules()).doDue("north");
    assertEquals(0, receiver.messages().size());

    ended.add("north/later");
    work(rules()).doDue("north");
    assertEquals(0, receiver.messages().size(), "nobody has said that it may have ended");
    store().mayHaveEnded("north/later");
    work(rules()).doDue("north");
    assertEquals(1, receiver.messages().size());
  }

  /** As after a crash between the end of the run and every hint at it. */
  @Test
  void anEndThatNobodyHintedAtIsSeen() throws Exception {
    receiver = new Receiver();
    expect("r", receiver.address());

    pass(Duration.ofMinutes(10));
    work(rules()).doDue("north");

    assertEquals("DELIVERED 1 204", state());
  }

  @Test
  void aCrashBehindTheAnswerSendsItAgain() throws Exception {
    receiver = new Receiver();
    expect("r", receiver.address());
    pass(Duration.ofSeconds(5));
    Delivery dead = store().claim("north", Duration.ofSeconds(45)).orElseThrow();
    store().begins(dead);

    pass(Duration.ofSeconds(46));
    work(rules()).doDue("north");

    assertEquals("DELIVERED 2 204", state());
    assertEquals(dead.webhookId(), receiver.messages().get(0).id());
  }

  @Test
  void twoWorkersAtOnceSendItOnce() throws Exception {
    receiver = new Receiver();
    expect("r", receiver.address());
    pass(Duration.ofSeconds(5));
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Callable<Void> worker =
          () -> {
            work(rules()).doDue("north");
            return null;
          };
      for (Future<Void> done : two.invokeAll(List.of(worker, worker))) {
        done.get();
      }
    } finally {
      two.shutdownNow();
    }

    assertEquals(1, receiver.messages().size());
    assertEquals("DELIVERED 1 204", state());
  }

  @Test
  void aReceiverThatIsGoneIsLeftAlone() throws Exception {
    receiver = new Receiver(410);
    expect("r", receiver.address());
    pass(Duration.ofSeconds(5));
    work(rules()).doDue("north");
    pass(Duration.ofHours(1));
    work(rules()).doDue("north");

    assertEquals("GIVEN_UP 1 410", state());
    assertEquals(1, receiver.messages().size());
  }

  @Test
  void afterADayItIsGivenUp() throws Exception {
    receiver = new Receiver();
    String address = receiver.address();
    Map<String, String> rules = rules();
    receiver.close();
    expect("r", address);

    pass(Duration.ofSeconds(5));
    for (int hour = 0; hour < 40; hour++) {
      work(rules).doDue("north");
      pass(Duration.ofHours(1));
    }

    assertTrue(state().matches("GIVEN_UP (9|1[0-2]) source"), state());
    assertTrue(kept("r").getString("detail").startsWith("connect-failed"), kept("r").toJson());
  }

  /** Rules that do not let the receiver pass, and what is kept of it. */
  @ParameterizedTest
  @CsvSource({
    "PERMITTED_NETWORKS, 127.0.0.2/32, network-forbidden",
    "HOSTS, hooks.example.org, host-forbidden",
    "PORTS, 443, port-forbidden",
    "SCHEMES, https, scheme-forbidden"
  })
  void whatIsForbiddenIsNotReached(String rule, String value, String reason) throws Exception {
    receiver = new Receiver();
    Map<String, String> rules = rules();
    rules.put("TENANTS_NORTH_" + rule, value);
    expect("r", receiver.address());

    pass(Duration.ofSeconds(5));
    work(rules).doDue("north");

    assertEquals(0, receiver.messages().size());
    assertEquals("PENDING 1 address", state());
    assertTrue(kept("r").getString("detail").startsWith(reason), kept("r").toJson());
  }

  @Test
  void aRequestThatIsGoneHasNoCallback() throws Exception {
    receiver = new Receiver();
    expect("r", receiver.address());
    mongo.collection(LedgerIndexes.FILE_REQUESTS).deleteOne(new Document("_id", "north/r"));

    pass(Duration.ofSeconds(5));
    work(rules()).doDue("north");

    assertEquals("GIVEN_UP 0 null", state());
  }

  private Map<String, String> rules() {
    return CallbackRules.north(receiver.port());
  }

  /** A worker as one that has just started. */
  private CallbackWork work(Map<String, String> rules) {
    CallbackConfig config = CallbackRules.config(rules);
    return new CallbackWork(
        store(),
        requests(),
        accepted ->
            ended.contains(accepted.key())
                ? Optional.of(MESSAGE.getBytes(StandardCharsets.UTF_8))
                : Optional.empty(),
        CallbackRules.tenants(rules),
        new RetrySchedule(config.pauses(), config.giveUpAfter()),
        Poster.ofTheMachine(),
        mongo.clock());
  }

  private void expect(String id, String address) throws IOException {
    AcceptedRequest accepted = Accepted.request("north", id, address);
    requests().accept(accepted);
    store().expect(accepted);
  }

  private void pass(Duration duration) {
    mongo.time().advance(duration);
  }

  private String state() {
    Delivery delivery = store().find("north/r").orElseThrow();
    return delivery.state() + " " + delivery.attempts() + " " + delivery.result();
  }

  private Document kept(String id) {
    return mongo
        .collection(LedgerIndexes.FILE_CALLBACKS)
        .find(new Document("_id", "north/" + id))
        .first();
  }

  private DeliveryStore store() {
    return new DeliveryStore(mongo.collection(LedgerIndexes.FILE_CALLBACKS), mongo.clock());
  }

  private RequestStore requests() {
    return new RequestStore(mongo.collection(LedgerIndexes.FILE_REQUESTS), (request, run) -> true);
  }
}
