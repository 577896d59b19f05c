package org.mlanalytics.runtime.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mlanalytics.runtime.testing.Requests.event;
import static org.mlanalytics.runtime.testing.Requests.identity;
import static org.mlanalytics.runtime.testing.Requests.own;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.testing.RecordedEvents;
import org.mlanalytics.runtime.testing.TestLedger;

class OutboxTest {

  private static final RunIdentity RUN = identity("gather-programs", RunIdentity.WHOLE);

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private final RecordedEvents broker = new RecordedEvents();
  private RunLedger ledger;
  private Outbox outbox;

  @BeforeEach
  void open() {
    ledger = mongo.runs();
    outbox = TestOutbox.of(ledger, broker);
  }

  @Test
  void acknowledgedEventsLeaveTheOutboxInTheirOrder() {
    Run run = ended(3);

    assertEquals(3, outbox.drain(run));

    assertEquals(List.of("e0", "e1", "e2"), broker.ids());
    assertEquals(run.outbox(), broker.taken());
    assertEquals(List.of(), left());
  }

  @Test
  void manyEventsAreSentInTheirOrder() {
    Run run = ended(250);

    assertEquals(250, outbox.drain(run));

    assertEquals(run.outbox(), broker.taken());
    assertEquals(List.of(), left());
  }

  @Test
  void refusedEventsStay() {
    broker.refuse(e -> e.id().equals("e1"));

    assertEquals(2, outbox.drain(ended(3)));

    assertEquals(List.of("e1"), left());
    broker.refuse(e -> false);
    assertEquals(1, outbox.drain(ledger.find(RUN).orElseThrow()));
    assertEquals(List.of(), left());
  }

  @Test
  void brokerThatTakesNothingIsNotAskedForTheNextHundred() {
    broker.refuse(e -> Integer.parseInt(e.id().substring(1)) >= 50);

    List<String> asked = new ArrayList<>();
    StepEvents counting =
        e -> {
          asked.add(e.id());
          return broker.send(e);
        };

    assertEquals(50, TestOutbox.of(ledger, counting).drain(ended(250)));

    assertEquals(100, asked.size());
    assertEquals(200, left().size());
    assertEquals("e50", left().get(0));
  }

  @Test
  void eventWithoutAnswerStays() {
    StepEvents silent = e -> e.id().equals("e0") ? new CompletableFuture<>() : broker.send(e);

    assertEquals(1, TestOutbox.of(ledger, silent).drain(ended(2)));

    assertEquals(List.of("e0"), left());
  }

  @Test
  void crashAfterSendingSendsTheSameEventAgain() {
    Run run = ended(1);
    Outbox crashing =
        TestOutbox.of(
            new RunLedger(gone(), mongo.clock(), TestLedger.LEASE, 1, "crashing"), broker);

    assertThrows(RuntimeException.class, () -> crashing.drain(run));
    mongo.time().advance(Duration.ofMinutes(1));
    ledger.withOutbox(Duration.ofSeconds(30)).forEach(outbox::drain);

    assertEquals(List.of("e0", "e0"), broker.ids());
    assertEquals(broker.taken().get(0), broker.taken().get(1));
    assertEquals(List.of(), left());
  }

  @Test
  void emptyOutboxSendsNothing() {
    assertEquals(0, outbox.drain(ended(0)));

    assertEquals(List.of(), broker.ids());
  }

  @SuppressWarnings("unchecked")
  private static MongoCollection<Document> gone() {
    return (MongoCollection<Document>)
        java.lang.reflect.Proxy.newProxyInstance(
            OutboxTest.class.getClassLoader(),
            new Class<?>[] {MongoCollection.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("crashed");
            });
  }

  private List<String> left() {
    return ledger.find(RUN).orElseThrow().outbox().stream().map(StepEvent::id).toList();
  }

  private Run ended(int events) {
    RunHandle handle = own(ledger, event(RUN, 0));
    handle.succeed(
        Counts.NONE, IntStream.range(0, events).mapToObj(OutboxTest::step).toList(), "done");
    return handle.run();
  }

  private static StepEvent step(int number) {
    return new StepEvent(
        "e" + number,
        "program.gathered",
        "gather-programs",
        Instant.parse("2023-07-10T20:00:00Z"),
        null,
        new StepData(
            null, "sl-project", "p" + number, "2023-07-11", null, 1L, null, null, null, null));
  }
}
