package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.TestOutbox;
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
import org.mlanalytics.runtime.run.RunJournal;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.testing.RecordedEvents;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestConfig;
import org.mlanalytics.runtime.testing.TestLedger;

/**
 * Everything that publishes, on a real ledger and a directory, with a Druid that a test scripts.
 */
final class PublishingFixture implements BeforeEachCallback, AfterEachCallback {

  static final String DATASET = "sl-project";
  static final String INTERVAL = IngestionSpec.ETERNITY;
  static final Duration VISIBLE_WITHIN = Duration.ofMinutes(5);
  static final Duration RESEND_AFTER = Duration.ofMinutes(5);
  static final int MAX_SENDS = 4;

  final TestLedger mongo = new TestLedger();
  final RecordedEvents broker = new RecordedEvents();
  final ScriptedDruid druid = new ScriptedDruid();
  RunLedger ledger;
  Publications publications;
  ObjectStore store;
  Publisher publisher;
  Restorer restorer;
  private Path directory;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    mongo.beforeEach(context);
    directory = Files.createTempDirectory("objects");
    ledger = mongo.runs();
    publications = new Publications(mongo.collection(LedgerIndexes.PUBLICATIONS));
    store = new LocalObjectStore(directory);
    Druid client = druid.client();
    publisher =
        new Publisher(
            publications,
            client,
            new ShrinkGuard(publications, client, config()),
            store,
            new DirectoryProof(store, client, new ObjectMapper()),
            ledger,
            mongo.clock(),
            config(),
            TestConfig.of(AnalyticsConfig.class, Map.of("mla.events.topic", "steps")));
    restorer = new Restorer(ledger, publications, publisher);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    try (var files = Files.walk(directory)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    mongo.afterEach(context);
  }

  Settler settler() {
    return new Settler(
        ledger,
        publications,
        publisher,
        restorer,
        druid.client(),
        TestOutbox.of(ledger, broker),
        RunJournal.of(),
        mongo.clock(),
        config());
  }

  static PublishingConfig config() {
    return TestConfig.of(PublishingConfig.class, Map.of());
  }

  /** Claims the publication of a generation of the test's date. */
  RunHandle claim(long generation) {
    return Requests.own(ledger, Requests.event(publication(), generation));
  }

  /** Claims it by a person's wish. */
  RunHandle claim(long generation, Policy policy) {
    return Requests.own(
        ledger,
        new ClaimRequest(
            publication(), "projects/x", generation, policy, Trigger.HTTP, "operator", null));
  }

  static RunIdentity publication() {
    return Requests.identity("publish-projects", RunIdentity.WHOLE);
  }

  /** Lands objects with so many rows each, and plans to publish them. */
  PublicationPlan plan(long generation, long... rows) throws IOException {
    List<LandedObject> objects = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      objects.add(land("sl-project/g" + generation + "/p" + i + ".json.gz", rows[i]));
    }
    return new PublicationPlan(
        Datasets.SL_PROJECT,
        INTERVAL,
        Publication.order(TestLedger.DATE, generation),
        objects,
        new Counts(10, 0, 0, 0, 20, 0));
  }

  /** Publishes so many rows as a generation, as far as Druid is concerned; the run as submitted. */
  Run submitted(long generation, long rows) throws IOException {
    RunHandle handle = claim(generation);
    publisher.publish(handle, plan(generation, rows));
    return handle.run();
  }

  /** Publishes so many rows as a generation, to the end. */
  Run published(long generation, long rows) throws IOException {
    Run run = submitted(generation, rows);
    druid.succeeds(run.druid().taskId(), rows, 0, 0);
    druid.shows(rows);
    return settler().settle(run);
  }

  Run current() {
    return ledger.find(publication()).orElseThrow();
  }

  Publication state() {
    return publications.get(DATASET, INTERVAL);
  }

  /** An object of so many rows. */
  LandedObject land(String key, long rows) throws IOException {
    byte[] content = ("rows of " + key).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    if (store.size(key).isEmpty()) {
      try (ObjectOutput out = store.create(key)) {
        out.write(content);
        out.commit();
      }
    }
    return new LandedObject(key, rows, content.length, "digest");
  }

  /** The run after a settler has looked at it. */
  Run settled(Run run) {
    return settler().settle(run);
  }

  /** The run that brings the last good publication back. */
  Optional<Run> restoration() {
    return ledger.find(Requests.identity(Restorer.FUNCTION, RunIdentity.WHOLE));
  }

  /** The run has failed, somebody was told, and the next one may publish. */
  void assertFailed(ErrorCode code, Run run) {
    assertTrue(
        broker.taken().stream()
            .anyMatch(e -> e.name().equals("run.failed") && e.data().run().equals(run.id())),
        "nobody was told");
    assertEquals(RunState.FAILED, run.state());
    assertEquals(code.code(), run.error().code());
    Publication.Holder active = state().active();
    assertTrue(active == null || !active.run().equals(run.id()), "the right is free");
  }
}
