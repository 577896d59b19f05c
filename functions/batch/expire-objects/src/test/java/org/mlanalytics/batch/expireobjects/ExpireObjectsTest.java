package org.mlanalytics.batch.expireobjects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mlanalytics.runtime.testing.TestLedger.DATE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mlanalytics.publishing.Publications;
import org.mlanalytics.publishing.Retention;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.TestRuntime;
import org.mlanalytics.runtime.object.LocalObjectStore;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.testing.RecordedEvents;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestConfig;
import org.mlanalytics.runtime.testing.TestLedger;

class ExpireObjectsTest {

  @RegisterExtension final TestLedger mongo = new TestLedger();
  @TempDir Path directory;

  private RunLedger ledger;
  private ObjectStore store;
  private TestRuntime runtime;
  private ExpireObjects function;
  private String kept;

  /** Two nights, the first of them older than the default of 35 days. */
  @BeforeEach
  void twoNights() throws IOException {
    ledger = mongo.runs();
    store = new LocalObjectStore(directory);
    runtime = new TestRuntime(ledger, new RecordedEvents());
    function =
        new ExpireObjects(
            new Retention(
                store,
                ledger,
                new Publications(mongo.collection(LedgerIndexes.PUBLICATIONS)),
                mongo.clock()),
            store,
            mongo.clock(),
            TestConfig.of(ExpireObjectsConfig.class, Map.of("mla.expire-objects.cron", "off")),
            runtime.calls());
    land(DATE);
    mongo.time().advance(Duration.ofDays(1));
    kept = land(DATE.plusDays(1));
    mongo.time().advance(Duration.ofDays(35));
  }

  @Test
  void oldObjectsAreRemovedWithTheirFoldersOnceADay() throws IOException {
    RunReply first = runtime.call(function, RunRequest.of(ExpireObjects.NAME));

    assertEquals(RunReply.Outcome.DONE, first.outcome());
    assertEquals(List.of(kept), store.list(""));
    Path dataset = directory.resolve("sl-project");
    assertEquals(1, dataset.toFile().list().length);
    Run run = ledger.byId(first.run().id()).orElseThrow();
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(new Counts(2, 1, 0, 0, 0, 0), run.counts());
    assertEquals(
        RunReply.Outcome.HANDED_BACK,
        runtime.call(function, RunRequest.of(ExpireObjects.NAME)).outcome());
  }

  @Test
  void dryRunRemovesNothing() throws IOException {
    RunReply reply =
        runtime.call(
            function, new RunRequest(ExpireObjects.NAME, null, null, null, true, "operator"));

    assertEquals(Map.of("objects", 2L, "expired", 1L, "unknown", 0L), reply.details());
    assertEquals(2, store.list("").size());
  }

  private String land(LocalDate date) throws IOException {
    RunHandle handle =
        Requests.own(
            ledger,
            new ClaimRequest(
                new RunIdentity("extract-projects", "sl-project", "p1", date),
                "projects/" + date,
                1,
                Policy.FAILED_ONLY,
                Trigger.EVENT,
                null,
                null));
    String key = handle.objectFolder() + "/p1.json.gz";
    try (ObjectOutput out = store.create(key)) {
      out.write("rows".getBytes(StandardCharsets.UTF_8));
      out.commit();
    }
    handle.extracted(Counts.NONE, List.of(new LandedObject(key, 1, 4, "digest")), "landed");
    handle.succeed(Counts.NONE, List.of(), "landed");
    return key;
  }
}
