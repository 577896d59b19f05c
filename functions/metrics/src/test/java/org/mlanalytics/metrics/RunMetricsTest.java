package org.mlanalytics.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RejectClass;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.DruidTask;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestLedger;

class RunMetricsTest {

  private static final RunIdentity EXTRACTION = Requests.identity("extract-projects", "p1");
  private static final RunIdentity PUBLICATION = Requests.identity("publish-projects", "*");

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RunMetrics metrics = new RunMetrics(registry);

  @Test
  void anExtractionCountsItsDocumentsAndRows() {
    RunHandle handle = Requests.own(mongo.runs(), Requests.event(EXTRACTION, 1));
    metrics.worked(handle.run());
    assertNull(registry.find("mla.runs").counter(), "it has not ended");

    handle.succeed(new Counts(5, 0, 1, 1, 18, 0), List.of(), "done");
    metrics.worked(handle.run());

    assertEquals(1, counter("mla.runs", "function", "extract-projects", "state", "succeeded"));
    assertEquals(5, counter("mla.documents", "function", "extract-projects"));
    assertEquals(18, counter("mla.rows.landed", "dataset", "sl-project"));
  }

  @Test
  void aPublicationIsTimedFromItsClaimToItsEnd() {
    Run run = published(Duration.ofSeconds(40));

    metrics.worked(run);

    assertEquals(18, counter("mla.rows.published", "dataset", "sl-project"));
    assertEquals(40, registry.get("mla.publication").timer().totalTime(TimeUnit.SECONDS), 0.001);
  }

  @Test
  void rejectsAreCountedByTheirCode() {
    RunHandle handle = Requests.own(mongo.runs(), Requests.event(EXTRACTION, 1));
    Outcome.Rejected rejected =
        new Outcome.Rejected(RejectClass.MALFORMED, "wrong-type:title", "detail");

    metrics.putAside(handle.run(), rejected);
    metrics.putAside(handle.run(), rejected);

    assertEquals(2, counter("mla.rejects", "class", "malformed", "code", "wrong-type:title"));
  }

  @Test
  void theAgeOfTheOldestPendingPublicationIsThatOfTheLedger() {
    LedgerMetrics ledger = new LedgerMetrics(mongo::runs, mongo::clock);
    RunHandle handle = Requests.own(mongo.runs(), Requests.event(PUBLICATION, 1));
    DruidTask task =
        DruidTask.planned("task", DruidTask.Kind.REPLACE, "sl-project", "interval", 18);
    handle.submitting(task, List.of(), Counts.NONE, "first");
    handle.submitted(task);
    mongo.time().advance(Duration.ofSeconds(90));

    assertEquals(90, ledger.oldestPending(), 0.001);
  }

  @Test
  void withoutALedgerThereIsNoAge() {
    LedgerMetrics ledger =
        new LedgerMetrics(
            () -> {
              throw new IllegalStateException("away");
            },
            mongo::clock);

    assertEquals(Double.NaN, ledger.oldestPending());
  }

  private Run published(Duration after) {
    RunHandle handle = Requests.own(mongo.runs(), Requests.event(PUBLICATION, 1));
    DruidTask task =
        DruidTask.planned("task", DruidTask.Kind.REPLACE, "sl-project", "interval", 18);
    handle.submitting(task, List.of(), Counts.NONE, "first");
    handle.submitted(task);
    mongo.time().advance(after);
    return mongo
        .runs()
        .succeed(handle.run(), task, new Counts(0, 0, 0, 0, 18, 18), List.of(), "done")
        .orElseThrow();
  }

  private double counter(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }
}
