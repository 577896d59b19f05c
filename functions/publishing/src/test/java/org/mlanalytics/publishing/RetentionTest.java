package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mlanalytics.runtime.testing.TestLedger.DATE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.core.dataset.FileDatasets;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.object.RowObject;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.testing.Requests;

class RetentionTest {

  private static final Duration KEPT = Duration.ofDays(35);
  private static final Duration DAY = Duration.ofDays(1);

  @RegisterExtension final PublishingFixture fixture = new PublishingFixture();

  @Test
  void oldObjectsWithALaterSuccessAreExpired() throws IOException {
    List<String> first = extracted("p1", DATE);
    advance(DAY);
    List<String> second = extracted("p1", DATE.plusDays(1));
    advance(KEPT);

    assertEquals(first, expired());

    advance(DAY);
    assertEquals(first, expired(), "the last success is kept for good");
    assertEquals(2, second.size());
  }

  @Test
  void youngObjectsAreKept() throws IOException {
    extracted("p1", DATE);
    advance(DAY);
    extracted("p1", DATE.plusDays(1));
    advance(KEPT.minus(DAY).minus(DAY));

    assertEquals(List.of(), expired());
  }

  @Test
  void anObjectOfAnOldDateThatWasMadeLatelyIsYoung() throws IOException {
    extracted("p1", DATE.plusDays(1));
    advance(KEPT.multipliedBy(2));
    extracted("p1", DATE);

    assertEquals(List.of(), expired());
  }

  @Test
  void eachScopeKeepsItsLastSuccess() throws IOException {
    extracted("gone", DATE);
    advance(DAY);
    extracted("p1", DATE.plusDays(1));
    advance(KEPT);

    assertEquals(List.of(), expired());
  }

  @Test
  void aLaterFailureIsNoSuccess() throws IOException {
    extracted("p1", DATE);
    advance(DAY);
    claim("p1", DATE.plusDays(1)).fail(ErrorCode.TOO_MANY_MALFORMED, "bad");
    advance(KEPT);

    assertEquals(List.of(), expired());
  }

  @Test
  void objectsOfADeadAttemptAreExpiredBesideTheKeptOne() throws IOException {
    RunHandle handle = claim("p1", DATE);
    List<String> dead = land(handle.objectFolder() + "-dead/p1.json.gz");
    succeed(handle, land(handle.objectFolder() + "/p1.json.gz"));
    advance(KEPT.plus(DAY));

    assertEquals(dead, expired());
  }

  @Test
  void objectsOfARunThatHasNotEndedAreKept() throws IOException {
    land(claim("p1", DATE).objectFolder() + "/p1.json.gz");
    advance(DAY);
    extracted("p1", DATE.plusDays(1));
    advance(KEPT);

    assertEquals(List.of(), expired());
  }

  @Test
  void whatIsPublishedLastIsKept() throws IOException {
    List<String> published = extracted("p1", DATE);
    String taskId = "task";
    Publication.Holder holder = new Publication.Holder("run", "key", 1, taskId);
    String order = Publication.order(DATE, 1);
    fixture.publications.acquire(
        PublishingFixture.DATASET, PublishingFixture.INTERVAL, holder, order);
    fixture.publications.published(
        PublishingFixture.DATASET,
        PublishingFixture.INTERVAL,
        new Publication.Published(order, DATE, 1, taskId, 7, List.of(object(published.get(0)))));
    advance(DAY);
    extracted("p1", DATE.plusDays(1));
    advance(KEPT);

    assertEquals(List.of(), expired());
  }

  @Test
  void whatDruidIsReadingIsKept() throws IOException {
    List<String> old = extracted("p1", DATE);
    RunHandle publishing = fixture.claim(1);
    PublicationPlan plan =
        new PublicationPlan(
            fixture.plan(1, 1).dataset(),
            PublishingFixture.INTERVAL,
            Publication.order(DATE, 1),
            List.of(object(old.get(0))),
            Counts.NONE);
    fixture.publisher.publish(publishing, plan);
    advance(DAY);
    extracted("p1", DATE.plusDays(1));
    advance(KEPT);

    assertEquals(List.of(), expired());
  }

  @Test
  void whatTheLedgerDoesNotKnowIsKeptAndCounted() throws IOException {
    land("sl-project/2020-01-01/01900000-0000-7000-8000-000000000000/1-1/p1.json.gz");
    land("sl-project/token");

    Retention.Findings found = look(new ArrayList<>());

    assertEquals(new Retention.Findings(4, 0, 2), found);
  }

  @Test
  void whatIsLeftOfAFileIsKeptForItsTimeOnly() throws IOException {
    LocalDate today = fixture.mongo.clock().businessDate();
    String raw = put("files/north/" + today + "/digest");
    RunHandle load = file("mongo.readings");
    String report = put(load.objectFolder() + "/about/report.json");
    succeed(load, List.of(report));
    advance(KEPT);

    assertEquals(List.of(), expired());

    advance(DAY);
    assertEquals(List.of(raw, report), expired());
  }

  @Test
  void whatDruidShowsOfAFileCanBeRestored() throws IOException {
    RunHandle load = file("druid.readings");
    String report = put(load.objectFolder() + "/about/report.json");
    String rows = put(load.objectFolder() + "/rows.json.gz");
    load.extracted(Counts.NONE, List.of(object(report), object(rows)), "landed");
    fixture.publisher.publish(
        load,
        new PublicationPlan(
            FileDatasets.of("north", "readings"),
            IngestionSpec.ETERNITY,
            Publication.order(RunIdentity.UNDATED, 0),
            List.of(object(rows)),
            Counts.NONE));
    fixture.druid.succeeds(load.run().druid().taskId(), 7, 0, 0);
    fixture.druid.shows(7);
    assertEquals(RunState.SUCCEEDED, fixture.settler().settle(load.run()).state());
    advance(KEPT.plus(DAY));

    assertEquals(List.of(report), expired());
  }

  private RunHandle file(String dataset) {
    RunIdentity identity =
        new RunIdentity("ingest-file", dataset, "north/digest", RunIdentity.UNDATED);
    return Requests.own(fixture.ledger, Requests.event(identity, 0));
  }

  private String put(String key) throws IOException {
    try (ObjectOutput out = fixture.store.create(key)) {
      out.write("rows".getBytes(StandardCharsets.UTF_8));
      out.commit();
    }
    return key;
  }

  private List<String> expired() throws IOException {
    List<String> keys = new ArrayList<>();
    Retention.Findings found = look(keys);
    assertEquals(keys.size(), found.expired());
    return keys;
  }

  private Retention.Findings look(List<String> expired) throws IOException {
    return new Retention(fixture.store, fixture.ledger, fixture.publications, fixture.mongo.clock())
        .look(fixture.mongo.clock().now().minus(KEPT), expired::add);
  }

  private void advance(Duration by) {
    fixture.mongo.time().advance(by);
  }

  private RunHandle claim(String scope, LocalDate date) {
    return Requests.own(
        fixture.ledger,
        new ClaimRequest(
            new RunIdentity("extract-projects", PublishingFixture.DATASET, scope, date),
            "projects/" + date,
            1,
            Policy.FAILED_ONLY,
            Trigger.EVENT,
            null,
            null));
  }

  private List<String> extracted(String scope, LocalDate date) throws IOException {
    RunHandle handle = claim(scope, date);
    List<String> keys = land(handle.objectFolder() + "/" + scope + ".json.gz");
    succeed(handle, keys);
    return keys;
  }

  private static void succeed(RunHandle handle, List<String> keys) {
    handle.extracted(Counts.NONE, List.of(object(keys.get(0))), "landed");
    handle.succeed(Counts.NONE, List.of(), "landed");
  }

  private static LandedObject object(String key) {
    return new LandedObject(key, 7, 4, "digest");
  }

  /** An object and its manifest. */
  private List<String> land(String key) throws IOException {
    List<String> keys = Arrays.asList(key, key + RowObject.MANIFEST);
    for (String each : keys) {
      try (ObjectOutput out = fixture.store.create(each)) {
        out.write("rows".getBytes(StandardCharsets.UTF_8));
        out.commit();
      }
    }
    return keys;
  }
}
