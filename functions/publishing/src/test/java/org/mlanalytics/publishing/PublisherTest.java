package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.object.ObjectOutput;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestLedger;

class PublisherTest {

  @RegisterExtension final PublishingFixture all = new PublishingFixture();

  @Test
  void recordsWhatItSendsAndSendsIt() throws IOException {
    RunHandle handle = all.claim(1);
    PublicationPlan plan = all.plan(1, 12, 6);

    all.publisher.publish(handle, plan);

    Run run = all.current();
    String task = "mla-dev-sl-project-" + run.id() + "-a1";
    assertEquals(RunState.SUBMITTED, run.state());
    assertEquals(task, run.druid().taskId());
    assertEquals(18, run.druid().expectedRows());
    assertEquals(1, run.druid().course().sends());
    assertEquals(64, run.druid().payloadHash().length());
    assertEquals(plan.objects(), run.objects());
    assertEquals(plan.counts(), run.counts());
    assertEquals(List.of(task), all.druid.sentIds());
    assertEquals(task, all.state().active().taskId());
    assertTrue(
        run.history().stream().anyMatch(step -> step.state() == RunState.SUBMITTING),
        "recorded before it was sent");
  }

  @Test
  void druidIsToldOfTheFilledObjectsOnly() throws IOException {
    all.publisher.publish(all.claim(1), all.plan(1, 12, 0, 6));

    String source = all.druid.sent().get(0).at("/spec/ioConfig/inputSource").toString();
    assertTrue(source.contains("/p0.json.gz") && source.contains("/p2.json.gz"), source);
    assertEquals(-1, source.indexOf("/p1.json.gz"), source);
  }

  @Test
  void missingObjectIsNoticedBeforeDruidHearsOfIt() throws IOException {
    PublicationPlan plan = all.plan(1, 12, 6);
    all.store.delete(plan.objects().get(1).key());

    refused(ErrorCode.OBJECT_MISSING, all.claim(1), plan);
  }

  @Test
  void objectOfAnotherSizeIsNoticedBeforeDruidHearsOfIt() throws IOException {
    PublicationPlan plan = all.plan(1, 12);
    LandedObject object = plan.objects().get(0);
    all.store.delete(object.key());
    try (ObjectOutput out = all.store.create(object.key())) {
      out.write('x');
      out.commit();
    }

    refused(ErrorCode.OBJECT_TRUNCATED, all.claim(1), plan);
  }

  @Test
  void firstPublicationHasNothingToShrink() throws IOException {
    all.publisher.publish(all.claim(1), all.plan(1, 1));

    assertEquals(RunState.SUBMITTED, all.current().state());
  }

  @Test
  void halfOfTheRowsMayDisappear() throws IOException {
    all.druid.shows(20);

    all.publisher.publish(all.claim(1), all.plan(1, 10));

    assertEquals(RunState.SUBMITTED, all.current().state());
  }

  @Test
  void moreThanHalfOfTheRowsMayNotDisappear() throws IOException {
    all.druid.shows(20);

    refused(ErrorCode.SHRINKS, all.claim(1), all.plan(1, 9));
  }

  @Test
  void forceMayShrink() throws IOException {
    all.druid.shows(20);

    all.publisher.publish(all.claim(1, Policy.FORCE), all.plan(1, 1));

    assertEquals(RunState.SUBMITTED, all.current().state());
  }

  @Test
  void nothingDoesNotReplaceSomething() throws IOException {
    all.druid.shows(20);

    refused(ErrorCode.EMPTIES, all.claim(1), all.plan(1, 0, 0));
  }

  @Test
  void forceMayEmptyADataset() throws IOException {
    all.druid.shows(20);

    all.publisher.publish(all.claim(1, Policy.FORCE), all.plan(1, 0));

    assertEquals(RunState.SUBMITTED, all.current().state());
    String source = all.druid.sent().get(0).at("/spec/ioConfig/inputSource").toString();
    assertTrue(source.contains("/p0.json.gz"), source);
  }

  @Test
  void firstPublicationSaysThatThereWasNothingToCompareWith() throws IOException {
    all.publisher.publish(all.claim(1), all.plan(1, 12));

    assertTrue(
        all.current().history().stream()
            .anyMatch(step -> "nothing is published yet".equals(step.detail())),
        all.current().history().toString());
  }

  @Test
  void nothingWhereThereIsNothingIsNoFault() throws IOException {
    RunHandle handle = all.claim(1, Policy.FORCE);

    all.publisher.publish(handle, all.plan(1, 0));

    assertEquals(RunState.SKIPPED, all.current().state());
    assertNull(all.state().active());
    assertEquals(List.of(), all.druid.sent());
  }

  @Test
  void druidThatReadsAnotherDirectoryIsNotSentAnything() throws IOException {
    all.druid.blind();

    refused(ErrorCode.DIRECTORY_NOT_SHARED, all.claim(1), all.plan(1, 12));
    assertEquals(List.of(), all.store.list(".tokens"));
  }

  @Test
  void refusedTaskIsNotRecordedAsSubmitted() throws IOException {
    all.druid.refuse("{\"error\":\"bad spec\"}");
    RunHandle handle = all.claim(1);
    PublicationPlan plan = all.plan(1, 12);

    AnalyticsException fault =
        assertThrows(AnalyticsException.class, () -> all.publisher.publish(handle, plan));

    assertEquals(ErrorCode.DRUID_REFUSED, fault.code());
    assertEquals(RunState.SUBMITTING, all.current().state());
    handle.fail(fault.code(), fault.getMessage());
    all.publisher.ended(handle.run());
    assertNull(all.state().active());
  }

  @Test
  void publicationWaitsWhileDruidIsAway() throws IOException {
    all.druid.away(true);
    RunHandle handle = all.claim(1);
    PublicationPlan plan = all.plan(1, 12);

    AnalyticsException fault =
        assertThrows(AnalyticsException.class, () -> all.publisher.publish(handle, plan));
    handle.await("away");
    all.druid.away(false);
    all.publisher.publish(all.claim(1), plan);

    assertTrue(fault.isTransient());
    assertEquals(RunState.SUBMITTED, all.current().state());
    assertEquals(1, all.druid.sent().size());
  }

  @Test
  void whoeverTakesOverSendsTheRecordedTaskOnce() throws IOException {
    RunHandle crashed = all.claim(1);
    all.publisher.publish(crashed, all.plan(1, 12));
    String task = crashed.run().druid().taskId();
    all.mongo
        .collection("runs")
        .updateOne(new Document("id", crashed.run().id()), Updates.set("state", "SUBMITTING"));
    all.mongo.time().advance(TestLedger.LEASE);

    all.publisher.resume(all.claim(1));

    assertEquals(RunState.SUBMITTED, all.current().state());
    assertEquals(task, all.current().druid().taskId());
    assertEquals(List.of(task), all.druid.sentIds());
  }

  @Test
  void takeOverBeforeTheSendSendsTheRecordedObjects() throws IOException {
    RunHandle crashed = all.claim(1);
    PublicationPlan plan = all.plan(1, 12, 6);
    all.druid.refuse("crash");
    assertThrows(AnalyticsException.class, () -> all.publisher.publish(crashed, plan));
    all.druid.refuse(null);
    all.mongo.time().advance(TestLedger.LEASE);

    RunHandle next = all.claim(1);
    all.publisher.resume(next);

    String source = all.druid.sent().get(0).at("/spec/ioConfig/inputSource").toString();
    assertTrue(source.contains("/p0.json.gz") && source.contains("/p1.json.gz"), source);
    assertEquals(18, all.current().druid().expectedRows());
  }

  @Test
  void olderPublicationIsSuperseded() throws IOException {
    all.published(5, 12);
    RunHandle older =
        Requests.own(all.ledger, Requests.event(Requests.identity("publish-projects", "late"), 4));

    all.publisher.publish(older, all.plan(4, 30));

    assertEquals(RunState.SKIPPED, older.run().state());
    assertEquals(1, all.druid.sent().size());
  }

  @Test
  void secondPublicationWaitsForTheFirst() throws IOException {
    Run first = all.submitted(1, 12);
    RunHandle second = other(2, Policy.FAILED_ONLY);

    all.publisher.publish(second, all.plan(2, 12));

    Run waiting = all.ledger.find(second.run().identity()).orElseThrow();
    assertEquals(RunState.CLAIMED, waiting.state());
    assertTrue(waiting.isAbandoned(all.mongo.clock().now()), "anybody may go on with it");
    assertEquals(List.of(), all.druid.stopped());
    assertEquals(first.druid().taskId(), all.state().active().taskId());
  }

  @Test
  void forceStopsTheActiveTaskAndWaitsForItsEnd() throws IOException {
    Run first = all.submitted(1, 12);
    RunHandle second = other(2, Policy.FORCE);

    all.publisher.publish(second, all.plan(2, 12));

    assertEquals(List.of(first.druid().taskId()), all.druid.stopped());
    assertEquals(first.druid().taskId(), all.state().active().taskId());
    assertEquals(1, all.druid.sent().size());
  }

  @Test
  void rightOfAHolderThatEndedWithoutGivingItBackIsFreed() throws IOException {
    RunHandle dead = all.claim(1);
    all.publications.acquire(
        PublishingFixture.DATASET,
        PublishingFixture.INTERVAL,
        new Publication.Holder(dead.run().id(), dead.run().identity().key(), 1, "dead-task"),
        Publication.order(TestLedger.DATE, 1));
    dead.fail(ErrorCode.UNEXPECTED, "crashed between the two");
    PublicationPlan plan = all.plan(2, 12);

    all.publisher.publish(other(2, Policy.FAILED_ONLY), plan);
    all.publisher.publish(other(2, Policy.FAILED_ONLY), plan);

    assertEquals(1, all.druid.sent().size());
  }

  @Test
  void cancelledPublicationStopsItsTaskAndFreesTheRight() throws IOException {
    Run run = all.submitted(1, 12);

    all.publisher.ended(all.ledger.cancel(run, "by an operator").orElseThrow());

    assertEquals(List.of(run.druid().taskId()), all.druid.stopped());
    assertNull(all.state().active());
  }

  @Test
  void purgeTakesTheSameRight() throws IOException {
    all.submitted(1, 12);
    RunHandle purge =
        Requests.own(
            all.ledger, Requests.http(Requests.identity("purge-projects", "*"), Policy.FORCE));

    all.publisher.purge(purge, Datasets.SL_PROJECT);

    assertEquals(RunState.CLAIMED, purge.run().state());
    assertEquals(1, all.druid.sent().size());
  }

  private RunHandle other(long generation, Policy policy) {
    return Requests.own(
        all.ledger,
        new ClaimRequest(
            Requests.identity("publish-projects", "other"),
            null,
            generation,
            policy,
            Trigger.EVENT,
            null,
            null));
  }

  private void refused(ErrorCode code, RunHandle handle, PublicationPlan plan) {
    AnalyticsException fault =
        assertThrows(AnalyticsException.class, () -> all.publisher.publish(handle, plan));

    assertEquals(code, fault.code());
    assertNotNull(fault.getMessage());
    assertEquals(List.of(), all.druid.sent());
    assertNull(all.state().active());
    assertEquals(RunState.CLAIMED, all.current().state());
  }
}
