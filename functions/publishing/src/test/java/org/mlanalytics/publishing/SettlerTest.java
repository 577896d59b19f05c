package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mlanalytics.publishing.PublishingFixture.MAX_SENDS;
import static org.mlanalytics.publishing.PublishingFixture.RESEND_AFTER;
import static org.mlanalytics.publishing.PublishingFixture.VISIBLE_WITHIN;
import static org.mlanalytics.runtime.testing.TestLedger.DATE;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.dataset.FileDatasets;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.testing.Race;
import org.mlanalytics.runtime.testing.Requests;

class SettlerTest {

  @RegisterExtension final PublishingFixture all = new PublishingFixture();

  @Test
  void runningTaskIsLeftAlone() throws IOException {
    Run run = all.settled(all.submitted(1, 18));

    assertEquals(RunState.SUBMITTED, run.state());
    assertEquals("RUNNING", run.druid().course().status());
    assertEquals(run, all.settled(run));
    assertEquals(List.of(), all.broker.taken());
  }

  @Test
  void equalCountsEndTheRunWell() throws IOException {
    Run submitted = all.submitted(1, 18);
    all.druid.succeeds(submitted.druid().taskId(), 18, 0, 0);
    all.druid.shows(18);

    Run run = all.settled(submitted);

    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(18, run.counts().published());
    assertEquals(18, run.druid().course().processed());
    StepEvent event = all.broker.taken().get(0);
    assertEquals("projects.published", event.name());
    assertEquals(18, event.data().rows());
    assertEquals(run.id() + "-a1-published", event.id());
    assertEquals(List.of(), all.current().outbox());
    Publication publication = all.state();
    assertNull(publication.active());
    assertEquals(Publication.order(DATE, 1), publication.last().order());
    assertEquals(18, publication.last().rows());
    assertEquals(submitted.objects(), publication.last().objects());
  }

  @Test
  void aFileIsToldByItsOwnEventAndOnlyItsRowsArePublished() throws IOException {
    Dataset dataset = FileDatasets.of("north", "readings");
    List<LandedObject> rows = all.plan(1, 2).objects();
    LandedObject report = new LandedObject("druid.readings/x/about/report.json", 0, 1, "digest");
    RunHandle handle =
        Requests.own(
            all.ledger,
            Requests.event(
                new RunIdentity(
                    "ingest-file", "druid.readings", "north/digest", RunIdentity.UNDATED),
                0));
    handle.extracted(Counts.NONE, List.of(report, rows.get(0)), "landed");
    all.publisher.publish(
        handle,
        new PublicationPlan(
            dataset,
            IngestionSpec.ETERNITY,
            Publication.order(RunIdentity.UNDATED, 0),
            rows,
            Counts.NONE));
    String taskId = handle.run().druid().taskId();
    all.druid.succeeds(taskId, 2, 0, 0);
    all.druid.shows(2);

    Run run = all.settled(handle.run());

    assertEquals(List.of(rows.get(0), report), run.objects());
    StepEvent event = all.broker.taken().get(0);
    assertEquals("file.ingested", event.name());
    assertEquals(2, event.data().rows());
    Publication publication = all.publications.get(dataset.name(), IngestionSpec.ETERNITY);
    assertEquals(rows, publication.last().objects());
  }

  @Test
  void rowsThatAreNotVisibleYetAreWaitedFor() throws IOException {
    Run run = all.submitted(1, 18);
    all.druid.succeeds(run.druid().taskId(), 18, 0, 0);
    all.druid.shows(7);

    run = all.settled(run);
    all.mongo.time().advance(VISIBLE_WITHIN.minusMillis(1));
    run = all.settled(run);
    assertEquals(RunState.SUBMITTED, run.state());
    all.druid.shows(18);

    assertEquals(RunState.SUCCEEDED, all.settled(run).state());
  }

  @Test
  void asManyRowsOfOlderSegmentsAreNotTakenForTheNewOnes() throws IOException {
    all.published(1, 18);
    all.druid.showsVersion("v1");
    Run run = all.submitted(2, 18);
    all.druid.succeeds(run.druid().taskId(), 18, 0, 0);

    run = all.settled(run);
    assertEquals(RunState.SUBMITTED, run.state());
    all.druid.showsVersion("v2");

    assertEquals(RunState.SUCCEEDED, all.settled(run).state());
  }

  @Test
  void rowsThatNeverBecomeVisibleFailTheRun() throws IOException {
    Run run = all.submitted(1, 18);
    all.druid.succeeds(run.druid().taskId(), 18, 0, 0);
    all.druid.shows(7);

    run = all.settled(run);
    all.mongo.time().advance(VISIBLE_WITHIN);
    run = all.settled(run);

    all.assertFailed(ErrorCode.ROWS_DIFFER, run);
  }

  @Test
  void whatWasPublishedBeforeACrashIsNotComparedWithNewerRows() throws IOException {
    Run run = all.submitted(1, 18);
    all.druid.succeeds(run.druid().taskId(), 18, 0, 0);
    all.publications.published(
        run.druid().dataset(),
        run.druid().interval(),
        new Publication.Published(
            Publication.order(DATE, 1), DATE, 1, run.druid().taskId(), 18, run.objects()));
    all.druid.shows(25);

    Run after = all.settled(run);

    assertEquals(RunState.SUCCEEDED, after.state());
    assertEquals(18, after.counts().published());
    assertEquals(Optional.empty(), all.restoration());
  }

  @Test
  void runThatDruidGivesNoAnswerForDoesNotStopTheOthers() throws IOException {
    Run run = all.submitted(1, 18);
    all.druid.refuseQuestions("{\"error\":\"forbidden\"}");

    assertEquals(run, all.settled(run));
    assertEquals(RunState.SUBMITTED, all.current().state());
  }

  @Test
  void unparseableOrThrownAwayRowsFailTheRun() throws IOException {
    for (long[] lost : List.of(new long[] {1, 0}, new long[] {0, 1})) {
      Run run = publish(all.claim(1, Policy.FORCE), 18);
      all.druid.succeeds(run.druid().taskId(), 18, lost[0], lost[1]);
      all.druid.shows(18);

      all.assertFailed(ErrorCode.ROWS_DIFFER, all.settled(run));
    }
  }

  @Test
  void emptiedDatasetIsOneThatShowsNoSegment() throws IOException {
    all.druid.shows(20);
    all.publisher.publish(all.claim(1, Policy.FORCE), all.plan(1, 0));
    Run run = all.current();
    all.druid.succeeds(run.druid().taskId(), 0, 0, 0);
    assertEquals(RunState.SUBMITTED, all.settled(run).state());
    all.druid.showsNothing();

    Run settled = all.settled(all.current());

    assertEquals(RunState.SUCCEEDED, settled.state());
    assertEquals(0, all.state().last().rows());
  }

  @Test
  void taskWithoutAReportIsJudgedByTheCount() throws IOException {
    Run run = all.submitted(1, 18);
    all.druid.succeedsWithoutReport(run.druid().taskId());
    all.druid.shows(18);

    assertEquals(RunState.SUCCEEDED, all.settled(run).state());
  }

  @Test
  void failedTaskFailsTheRunWithDruidsWords() throws IOException {
    Run run = all.submitted(1, 18);
    all.druid.fails(run.druid().taskId(), "out of disk");

    Run failed = all.settled(run);

    all.assertFailed(ErrorCode.TASK_FAILED, failed);
    assertEquals("out of disk", failed.error().message());
    assertEquals(List.of("run.failed"), all.broker.taken().stream().map(StepEvent::name).toList());
  }

  @Test
  void unknownTaskIsSentAgainWithItsIdUntilItIsForgotten() throws IOException {
    Run run = all.submitted(1, 18);
    String task = run.druid().taskId();
    for (int sends = 1; sends < MAX_SENDS; sends++) {
      all.druid.forget(task);
      run = all.settled(run);
      all.mongo.time().advance(RESEND_AFTER.minusMillis(1));
      run = all.settled(run);
      assertEquals(sends, all.druid.sent().size());
      all.mongo.time().advance(Duration.ofMillis(1));
      run = all.settled(run);
      assertEquals(sends + 1, all.druid.sent().size());
    }
    all.druid.forget(task);
    run = all.settled(run);
    all.mongo.time().advance(RESEND_AFTER);

    all.assertFailed(ErrorCode.TASK_FORGOTTEN, all.settled(run));

    assertEquals(Collections.nCopies(MAX_SENDS, task), all.druid.sentIds());
    assertEquals(1, all.druid.sent().stream().distinct().count());
  }

  @Test
  void taskThatTurnsUpAgainIsNotSentAgain() throws IOException {
    Run run = all.submitted(1, 18);
    String task = run.druid().taskId();
    all.druid.forget(task);
    run = all.settled(run);
    all.druid.runs(task);
    all.mongo.time().advance(RESEND_AFTER);
    run = all.settled(run);

    assertEquals(RunState.SUBMITTED, run.state());
    assertNull(run.druid().course().unknownSince());
    assertEquals(1, all.druid.sent().size());
  }

  @Test
  void resentTaskThatDruidRefusesFailsTheRun() throws IOException {
    Run run = all.submitted(1, 18);
    all.druid.forget(run.druid().taskId());
    run = all.settled(run);
    all.mongo.time().advance(RESEND_AFTER);
    all.druid.refuse("{\"error\":\"unknown input source\"}");

    all.assertFailed(ErrorCode.DRUID_REFUSED, all.settled(run));
  }

  @Test
  void druidBeingAwayLeavesTheRunAsItIs() throws IOException {
    Run run = all.submitted(1, 18);
    all.druid.away(true);

    assertThrows(DruidUnavailableException.class, () -> all.settled(run));

    assertEquals(run, all.current());
  }

  @Test
  void settlersAtOnceSendOneEvent() throws Exception {
    try (Race race = new Race(4)) {
      Settler settler = all.settler();
      for (int generation = 1; generation <= 10; generation++) {
        Run run = all.submitted(generation, 18);
        all.druid.succeeds(run.druid().taskId(), 18, 0, 0);
        all.druid.shows(18);

        race.run(i -> settler.settle(run));

        assertEquals(generation, all.broker.taken().size());
        assertEquals(RunState.SUCCEEDED, all.current().state());
        assertNull(all.state().active());
      }
    }
  }

  @Test
  void lateSettlerDoesNotTouchTheNextAttempt() throws IOException {
    Run first = all.submitted(1, 18);
    all.druid.fails(first.druid().taskId(), "out of disk");
    all.settled(first);
    RunHandle handle = all.claim(1, Policy.FAILED_ONLY);
    Run second = publish(handle, 18);

    all.settled(first);

    assertEquals(RunState.SUBMITTED, all.current().state());
    assertEquals(second.druid().taskId(), all.state().active().taskId());
  }

  @Test
  void purgeEndsWhenNothingIsShownAnyMore() throws IOException {
    all.published(1, 18);
    RunHandle purge =
        Requests.own(
            all.ledger,
            Requests.http(Requests.identity("purge-projects", RunIdentity.WHOLE), Policy.FORCE));
    all.publisher.purge(purge, Datasets.SL_PROJECT);
    Run run = purge.run();
    all.druid.succeedsWithoutReport(run.druid().taskId());

    run = all.settled(run);
    assertEquals(RunState.SUBMITTED, run.state());
    all.druid.shows(0);
    run = all.settled(run);

    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals("projects.purged", all.broker.taken().get(1).name());
    assertEquals(new Publication(null, null, 0), all.state());
  }

  private Run publish(RunHandle handle, long rows) throws IOException {
    all.publisher.publish(handle, all.plan(1, rows));
    return handle.run();
  }
}
