package org.mlanalytics.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mlanalytics.runtime.testing.Requests.event;
import static org.mlanalytics.runtime.testing.Requests.http;
import static org.mlanalytics.runtime.testing.Requests.identity;
import static org.mlanalytics.runtime.testing.Requests.own;
import static org.mlanalytics.runtime.testing.TestLedger.LEASE;
import static org.mlanalytics.runtime.testing.TestLedger.MAX_TAKE_OVERS;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.core.dataset.Granularity;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.testing.Race;
import org.mlanalytics.runtime.testing.TestLedger;
import org.mlanalytics.runtime.time.LedgerClock;

class RunLedgerTest {

  private static final RunIdentity RUN = identity("extract-projects", "p1");

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private RunLedger ledger;

  @BeforeEach
  void open() {
    ledger = mongo.runs();
  }

  @Test
  void claimOfUnknownRunMakesOneDocument() {
    ClaimRequest request = http(RUN, Policy.FORCE);

    Run run = own(ledger, request).run();

    assertEquals(1, ledger.latest(new Document(), 9).size());
    assertEquals(run, ledger.find(RUN).orElseThrow());
    assertEquals(run, ledger.byId(run.id()).orElseThrow());
    assertEquals(RUN, run.identity());
    assertEquals(RunState.CLAIMED, run.state());
    assertEquals(1, run.attempt());
    assertEquals(1, run.lease().epoch());
    assertEquals(mongo.time().instant().plus(LEASE), run.lease().until());
    assertEquals(request.traceparent(), run.traceparent());
    assertEquals(request.requestedBy(), run.requestedBy());
    assertEquals(Policy.FORCE, run.policy());
  }

  @Test
  void oneOfSixteenInstancesOwnsTheRun() throws Exception {
    try (Race race = new Race(16)) {
      for (int round = 0; round < 200; round++) {
        ClaimRequest request = event(identity("extract-projects", "p" + round), 1);

        List<Claim> claims = race.run(i -> ledger.claim(request));

        assertEquals(1, claims.stream().filter(Claim.Owned.class::isInstance).count());
        assertEquals(
            15,
            claims.stream()
                .filter(c -> c instanceof Claim.HandedBack back && back.active())
                .count());
      }
    }
  }

  @Test
  void oneOfSixteenInstancesTakesTheAbandonedRunOver() throws Exception {
    ClaimRequest request = event(RUN, 1);
    try (Race race = new Race(16)) {
      own(ledger, request);
      for (int epoch = 2; epoch <= 1 + MAX_TAKE_OVERS; epoch++) {
        mongo.time().advance(LEASE);

        List<Claim> claims = race.run(i -> ledger.claim(request));

        assertEquals(1, claims.stream().filter(Claim.Owned.class::isInstance).count());
        assertEquals(epoch, ledger.find(RUN).orElseThrow().lease().epoch());
      }
    }
  }

  @Test
  void leaseThatIsRenewedIsNotTakenOver() {
    RunHandle handle = own(ledger, event(RUN, 1));
    mongo.time().advance(LEASE.minusMillis(1));
    handle.renew();
    mongo.time().advance(LEASE.minusMillis(1));

    Claim claim = ledger.claim(event(RUN, 1));

    assertTrue(assertInstanceOf(Claim.HandedBack.class, claim).active());
  }

  @Test
  void overtakenOwnerChangesNothing() {
    RunHandle late = own(ledger, event(RUN, 1));
    mongo.time().advance(LEASE);
    RunHandle owner = own(ledger, event(RUN, 1));
    Run before = ledger.find(RUN).orElseThrow();
    DruidTask task = DruidTask.planned("task", DruidTask.Kind.REPLACE, "d", "i", 1);

    List<Runnable> updates =
        List.of(
            late::renew,
            () -> late.await("late"),
            () -> late.serve(9),
            () -> late.progress(new Counts(1, 0, 0, 0, 0, 0), Duration.ZERO, 0),
            () -> late.extracted(Counts.NONE, List.of(), "late"),
            () -> late.submitting(task, List.of(), Counts.NONE, "late"),
            () -> late.submitted(task),
            () -> late.succeed(Counts.NONE, List.of(), "late"),
            () -> late.skip("late"),
            () -> late.fail(ErrorCode.UNEXPECTED, "late"),
            () -> late.fail(ErrorCode.UNEXPECTED, "late", Counts.NONE, List.of(), List.of()),
            late::ensureHeld);

    for (Runnable update : updates) {
      AnalyticsException lost = assertThrows(AnalyticsException.class, update::run);
      assertEquals(ErrorCode.LEASE_LOST, lost.code());
    }
    assertEquals(before, ledger.find(RUN).orElseThrow());
    owner.succeed(Counts.NONE, List.of(), "done");
    assertEquals(RunState.SUCCEEDED, ledger.find(RUN).orElseThrow().state());
  }

  @Test
  void claimsOfOneRunWriteUnderDifferentNames() {
    RunHandle first = own(ledger, event(RUN, 1));
    mongo.time().advance(LEASE);
    RunHandle second = own(ledger, event(RUN, 1));
    second.succeed(Counts.NONE, List.of(), "done");
    RunHandle third = own(ledger, http(RUN, Policy.FORCE));

    assertNotEquals(first.objectFolder(), second.objectFolder());
    assertTrue(first.objectFolder().endsWith(first.run().id() + "/1-1"));
    assertTrue(second.objectFolder().endsWith(first.run().id() + "/1-2"));
    assertTrue(third.objectFolder().endsWith(first.run().id() + "/2-3"));
  }

  @Test
  void waitingIsNoTakeOver() {
    for (int i = 0; i < 3 * MAX_TAKE_OVERS; i++) {
      own(ledger, event(RUN, 1)).await("something else has to end first");
    }

    assertInstanceOf(Claim.Owned.class, ledger.claim(event(RUN, 1)));
  }

  @Test
  void waitingRunIsTakenOverAtOnce() {
    own(ledger, event(RUN, 1)).await("the server is away");
    RunHandle next = own(ledger, event(RUN, 1));

    assertEquals(0, next.run().takeOvers());
    assertEquals(2, next.run().lease().epoch());
    assertEquals(1, next.run().attempt());
  }

  @Test
  void renewalWhileWaitingDoesNotTakeTheLeaseBack() {
    RunHandle handle = own(ledger, event(RUN, 1));
    handle.await("the server is away");

    assertThrows(AnalyticsException.class, handle::renew);

    assertInstanceOf(Claim.Owned.class, ledger.claim(event(RUN, 1)));
  }

  @Test
  void runThatKillsItsOwnersIsGivenUp() {
    for (int i = 0; i <= MAX_TAKE_OVERS; i++) {
      own(ledger, event(RUN, 1));
      mongo.time().advance(LEASE);
    }

    Claim claim = ledger.claim(event(RUN, 1));

    Run run = assertInstanceOf(Claim.HandedBack.class, claim).run();
    assertEquals(RunState.FAILED, run.state());
    assertEquals(ErrorCode.TOO_MANY_TAKE_OVERS.code(), run.error().code());
    assertEquals(List.of("run.failed"), run.outbox().stream().map(StepEvent::name).toList());
  }

  @Test
  void aFailureThatIsAResultLeavesObjectsAndIsToldToOthers() {
    RunHandle handle = own(ledger, event(RUN, 1));
    Counts counts = new Counts(3, 0, 0, 2, 1, 0);
    LandedObject report = new LandedObject("report", 0, 7, "digest");
    StepEvent told =
        StepEvent.of(
            handle.run(), "rejected", "file.rejected", "s", 0, null, handle.run().startedAt());

    handle.fail(ErrorCode.FILE_REJECTED, "bad", counts, List.of(report), List.of(told));

    Run run = ledger.find(RUN).orElseThrow();
    assertEquals(RunState.FAILED, run.state());
    assertEquals(counts, run.counts());
    assertEquals(List.of(report), run.objects());
    assertEquals(
        List.of("run.failed", "file.rejected"),
        run.outbox().stream().map(StepEvent::name).toList());
  }

  @Test
  void newAttemptCountsItsOwnTakeOvers() {
    own(ledger, event(RUN, 1));
    mongo.time().advance(LEASE);
    own(ledger, event(RUN, 1)).fail(ErrorCode.UNEXPECTED, "broken");

    assertEquals(0, own(ledger, http(RUN, Policy.FAILED_ONLY)).run().takeOvers());
  }

  @Test
  void keepsTheLastTwentyAttemptsAndFiftyTransitions() {
    own(ledger, event(RUN, 1)).fail(ErrorCode.UNEXPECTED, "attempt 1");
    for (int i = 2; i <= 40; i++) {
      own(ledger, http(RUN, Policy.FORCE)).fail(ErrorCode.UNEXPECTED, "attempt " + i);
    }

    Run run = ledger.find(RUN).orElseThrow();

    assertEquals(40, run.attempt());
    assertEquals(20, run.attempts().size());
    assertEquals(20, run.attempts().get(0).attempt());
    assertEquals(39, run.attempts().get(19).attempt());
    assertEquals("attempt 39", run.attempts().get(19).error().message());
    assertEquals(50, run.history().size());
    assertTrue(run.history().get(49).detail().endsWith("attempt 40"));
  }

  @Test
  void intervalOfRowsAndSegmentsOfTheirTaskAreKept() {
    RunHandle handle = own(ledger, event(RUN, 1));
    LandedObject rows = new LandedObject("k", 1, 2, "h").replacing("from/to");
    DruidTask task =
        DruidTask.planned("task", DruidTask.Kind.REPLACE, "d", "from/to", 1)
            .inSegmentsOf(Granularity.HOUR);
    handle.extracted(Counts.NONE, List.of(rows), "landed");
    handle.submitting(task, handle.run().objects(), Counts.NONE, "first");

    Run run = ledger.find(RUN).orElseThrow();

    assertEquals(List.of(rows), run.objects());
    assertEquals(task, run.druid());
  }

  @Test
  void newAttemptStartsEmptyButKeepsUnsentEvents() {
    RunHandle handle = own(ledger, event(RUN, 1));
    DruidTask task = DruidTask.planned("task", DruidTask.Kind.REPLACE, "d", "i", 1);
    handle.submitting(
        task, List.of(new LandedObject("k", 1, 2, "h")), new Counts(1, 1, 1, 1, 1, 1), "first");
    handle.succeed(handle.run().counts(), List.of(Events.event("e1")), "done");

    Run run = own(ledger, http(RUN, Policy.FORCE)).run();

    assertEquals(Counts.NONE, run.counts());
    assertEquals(List.of(), run.objects());
    assertEquals(null, run.druid());
    assertEquals(List.of(Events.event("e1")), run.outbox());
    assertEquals("task", run.attempts().get(0).taskId());
    assertEquals(new Counts(1, 1, 1, 1, 1, 1), run.attempts().get(0).counts());
  }

  @Test
  void cancelFencesTheOwner() {
    RunHandle owner = own(ledger, event(RUN, 1));

    Run cancelled = ledger.cancel(owner.run(), "by an operator").orElseThrow();

    assertEquals(RunState.CANCELLED, cancelled.state());
    assertThrows(AnalyticsException.class, () -> owner.succeed(Counts.NONE, List.of(), "late"));
    assertEquals(cancelled, ledger.find(RUN).orElseThrow());
  }

  @Test
  void endedRunIsNotCancelled() {
    RunHandle owner = own(ledger, event(RUN, 1));
    Run seen = owner.run();
    owner.succeed(Counts.NONE, List.of(), "done");

    assertTrue(ledger.cancel(seen, "too late").isEmpty());
    assertEquals(RunState.SUCCEEDED, ledger.find(RUN).orElseThrow().state());
  }

  @Test
  void policiesOfAnEndedRun() {
    own(ledger, event(RUN, 1)).succeed(Counts.NONE, List.of(), "done");

    Claim again = ledger.claim(http(RUN, Policy.FAILED_ONLY));
    AnalyticsException refused =
        assertThrows(
            AnalyticsException.class, () -> ledger.claim(http(RUN, Policy.REJECT_DUPLICATE)));
    Claim forced = ledger.claim(http(RUN, Policy.FORCE));

    assertEquals(1, assertInstanceOf(Claim.HandedBack.class, again).run().attempt());
    assertEquals(ErrorCode.DUPLICATE_RUN, refused.code());
    assertEquals(2, assertInstanceOf(Claim.Owned.class, forced).run().attempt());
  }

  @Test
  void forceOnAnActiveRunIsRefused() {
    own(ledger, event(RUN, 1));

    AnalyticsException refused =
        assertThrows(AnalyticsException.class, () -> ledger.claim(http(RUN, Policy.FORCE)));

    assertEquals(ErrorCode.RUN_ACTIVE, refused.code());
  }

  @Test
  void clocksTenMinutesApartChangeNothing() {
    RunLedger early = mongo.runs(skewed(Duration.ofMinutes(-10)));
    RunLedger late = mongo.runs(skewed(Duration.ofMinutes(10)));

    RunHandle owner = own(early, event(RUN, 1));
    assertInstanceOf(Claim.HandedBack.class, late.claim(event(RUN, 1)));
    assertEquals(mongo.time().instant().plus(LEASE), owner.run().lease().until());

    mongo.time().advance(LEASE.minusMillis(1));
    assertInstanceOf(Claim.HandedBack.class, late.claim(event(RUN, 1)));

    mongo.time().advance(Duration.ofMillis(1));
    RunHandle next = own(late, event(RUN, 1));
    assertInstanceOf(Claim.HandedBack.class, early.claim(event(RUN, 1)));
    assertEquals(mongo.time().instant().plus(LEASE), next.run().lease().until());
  }

  @Test
  void acknowledgedEventsLeaveTheOutboxWhateverTheRunDoes() {
    RunHandle handle = own(ledger, event(RUN, 1));
    handle.succeed(Counts.NONE, List.of(Events.event("e1"), Events.event("e2")), "done");
    own(ledger, http(RUN, Policy.FORCE));

    ledger.acknowledged(RUN, List.of("e1"));

    assertEquals(List.of(Events.event("e2")), ledger.find(RUN).orElseThrow().outbox());
  }

  @Test
  void findsRunsByWhatIsLeftToDo() {
    RunHandle working = own(ledger, event(identity("f", "working"), 1));
    own(ledger, event(identity("f", "dead"), 1));
    own(ledger, event(identity("f", "unsent"), 1))
        .succeed(Counts.NONE, List.of(Events.event("e1")), "done");
    own(ledger, event(identity("f", "submitted"), 1))
        .submitted(DruidTask.planned("t", DruidTask.Kind.REPLACE, "d", "i", 1));
    mongo.time().advance(LEASE.plusMillis(1));
    own(ledger, event(identity("f", "fresh"), 1))
        .succeed(Counts.NONE, List.of(Events.event("e2")), "done");
    working.renew();

    assertEquals(List.of("dead"), scopes(ledger.abandoned()));
    assertEquals(List.of("unsent"), scopes(ledger.withOutbox(Duration.ofSeconds(30))));
    assertEquals(List.of("submitted"), scopes(ledger.inState(RunState.SUBMITTED)));
    assertEquals(5, ledger.ofPipeline("projects/2023-07-11", "f").size());
    assertEquals(5, ledger.ofPipeline("projects/2023-07-11", null).size());
  }

  @Test
  void oneOfTwoSettlersEndsASubmittedRun() {
    RunHandle handle = own(ledger, event(RUN, 1));
    DruidTask task = DruidTask.planned("t", DruidTask.Kind.REPLACE, "d", "i", 1);
    handle.submitted(task);
    Run seen = handle.run();

    assertTrue(
        ledger.succeed(seen, task, Counts.NONE, List.of(Events.event("e")), "a").isPresent());
    assertTrue(ledger.succeed(seen, task, Counts.NONE, List.of(Events.event("e")), "b").isEmpty());
    assertTrue(ledger.fail(seen, ErrorCode.TASK_FAILED, "c").isEmpty());
    assertTrue(ledger.told(seen, task.told("RUNNING", mongo.time().instant())).isEmpty());
    assertEquals(1, ledger.find(RUN).orElseThrow().outbox().size());
  }

  private static List<String> scopes(List<Run> runs) {
    return runs.stream().map(run -> run.identity().scope()).toList();
  }

  private LedgerClock skewed(Duration skew) {
    return new LedgerClock(Clock.offset(mongo.time(), skew), mongo.time()::instant, ZoneOffset.UTC);
  }
}
