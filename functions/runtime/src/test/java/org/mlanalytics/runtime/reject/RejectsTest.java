package org.mlanalytics.runtime.reject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.mlanalytics.runtime.testing.Requests.event;
import static org.mlanalytics.runtime.testing.Requests.http;
import static org.mlanalytics.runtime.testing.Requests.identity;
import static org.mlanalytics.runtime.testing.Requests.own;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RejectClass;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.testing.TestLedger;

class RejectsTest {

  private static final RunIdentity RUN = identity("extract-projects", "p1");
  private static final Outcome.Rejected EXCLUDED =
      Outcome.Rejected.excluded("no-program", "the project names no program");
  private static final Outcome.Rejected MALFORMED =
      new Outcome.Rejected(RejectClass.MALFORMED, "missing:status", "missing");

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private Rejects rejects;
  private RunHandle handle;

  @BeforeEach
  void open() {
    rejects = mongo.rejects();
    handle = own(mongo.runs(), event(RUN, 1));
  }

  @Test
  void keepsWhatWasPutAsideAndWhy() {
    note("6", EXCLUDED, "document");

    assertEquals(
        List.of(
            new Reject(
                handle.run().id(),
                "sl-project",
                "6",
                "excluded",
                "no-program",
                "the project names no program",
                "43cc23fa52b87b4cc1d02b5b114154151d6adddb17c9fddc06b027fa99e24008",
                mongo.time().instant())),
        rejects.list(handle.run().id(), 10));
  }

  @Test
  void changedDocumentHasAnotherDigest() {
    note("6", EXCLUDED, "document");
    String before = rejects.list(handle.run().id(), 1).get(0).sha256();
    nextAttempt();
    note("6", EXCLUDED, "changed");

    assertNotEquals(before, rejects.list(handle.run().id(), 1).get(0).sha256());
  }

  @Test
  void repeatedAttemptReplacesWhatTheEarlierOneNoted() {
    Rejects.Notes first = rejects.of(handle.run());
    first.add("1", EXCLUDED, "a".getBytes(StandardCharsets.UTF_8));
    first.add("2", MALFORMED, "b".getBytes(StandardCharsets.UTF_8));
    first.complete();
    nextAttempt();

    Rejects.Notes notes = rejects.of(handle.run());
    notes.add("2", EXCLUDED, "b".getBytes(StandardCharsets.UTF_8));
    notes.add("3", MALFORMED, "c".getBytes(StandardCharsets.UTF_8));
    notes.complete();

    assertEquals(List.of("2 excluded", "3 malformed"), noted());
  }

  @Test
  void attemptWithoutRejectsClearsTheEarlierOnes() {
    note("1", EXCLUDED, "a");
    nextAttempt();

    rejects.of(handle.run()).complete();

    assertEquals(List.of(), noted());
  }

  @Test
  void takeOverReplacesWhatItsPredecessorNoted() {
    note("1", EXCLUDED, "a");
    mongo.time().advance(TestLedger.LEASE);
    handle = own(mongo.runs(), event(RUN, 1));

    note("2", EXCLUDED, "b");

    assertEquals(List.of("2 excluded"), noted());
  }

  @Test
  void documentsWithoutAnIdForPeopleAreKeptOneByOne() {
    Rejects.Notes notes = rejects.of(handle.run());
    notes.add("(no text)", MALFORMED, "a".getBytes(StandardCharsets.UTF_8));
    notes.add("(no text)", MALFORMED, "b".getBytes(StandardCharsets.UTF_8));
    notes.complete();

    assertEquals(2, noted().size());
  }

  @Test
  void manyRejectsAreAllKept() {
    Rejects.Notes notes = rejects.of(handle.run());
    for (int i = 0; i < 1201; i++) {
      notes.add("d" + i, MALFORMED, ("d" + i).getBytes(StandardCharsets.UTF_8));
    }
    notes.complete();

    assertEquals(1201, rejects.list(handle.run().id(), 2000).size());
    assertEquals(7, rejects.list(handle.run().id(), 7).size());
  }

  @Test
  void rejectsOfOtherRunsStay() {
    note("1", EXCLUDED, "a");
    RunHandle other = own(mongo.runs(), event(identity("extract-projects", "p2"), 1));

    rejects.of(other.run()).complete();

    assertEquals(List.of("1 excluded"), noted());
  }

  private List<String> noted() {
    return rejects.list(handle.run().id(), 10).stream()
        .map(r -> r.sourceId() + " " + r.clazz())
        .toList();
  }

  private void nextAttempt() {
    handle.succeed(Counts.NONE, List.of(), "done");
    handle = own(mongo.runs(), http(RUN, Policy.FORCE));
  }

  private void note(String id, Outcome.Rejected why, String document) {
    Rejects.Notes notes = rejects.of(handle.run());
    notes.add(id, why, document.getBytes(StandardCharsets.UTF_8));
    notes.complete();
  }
}
