package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestLedger;

/** A publication that differs is replaced by the last good one. */
class RestorationTest {

  @RegisterExtension final PublishingFixture all = new PublishingFixture();

  @Test
  void reportOfOtherRowsFailsTheRunAndRestoresTheLastGoodPublication() throws IOException {
    Run good = all.published(1, 18);
    Run bad = all.submitted(2, 20);
    all.druid.succeeds(bad.druid().taskId(), 19, 0, 0);
    all.druid.shows(19);

    all.assertFailed(ErrorCode.ROWS_DIFFER, all.settled(bad));

    Run restoration = all.restoration().orElseThrow();
    assertEquals(RunState.SUBMITTED, restoration.state());
    assertEquals(good.objects(), restoration.objects());
    assertEquals(18, restoration.druid().expectedRows());
    assertEquals(3, all.druid.sent().size());
    assertEquals(good.druid().taskId(), all.state().last().taskId());
  }

  @Test
  void restorationChangesNothingAboutWhatIsPublishedLast() throws IOException {
    Run good = all.published(1, 18);
    Run bad = all.submitted(2, 20);
    all.druid.succeeds(bad.druid().taskId(), 19, 0, 0);
    all.settled(bad);
    Run restoration = all.restoration().orElseThrow();
    all.druid.succeeds(restoration.druid().taskId(), 18, 0, 0);
    all.druid.shows(18);

    assertEquals(RunState.SUCCEEDED, all.settled(restoration).state());

    assertEquals(good.druid().taskId(), all.state().last().taskId());
    assertNull(all.state().active());
  }

  @Test
  void restorationThatDiffersIsNotRestored() throws IOException {
    all.published(1, 18);
    Run bad = all.submitted(2, 20);
    all.druid.succeeds(bad.druid().taskId(), 19, 0, 0);
    all.settled(bad);
    Run restoration = all.restoration().orElseThrow();
    all.druid.succeeds(restoration.druid().taskId(), 17, 0, 0);

    assertEquals(RunState.FAILED, all.settled(restoration).state());

    assertEquals(3, all.druid.sent().size());
  }

  @Test
  void restorationThatMeetsDruidAwayIsTriedAgain() throws IOException {
    Run good = all.published(1, 18);
    Run bad = all.submitted(2, 20);
    all.druid.succeeds(bad.druid().taskId(), 19, 0, 0);
    all.druid.awayForTasks(true);

    assertThrows(DruidUnavailableException.class, () -> all.settled(bad));
    assertEquals(RunState.SUBMITTED, all.current().state());
    all.druid.awayForTasks(false);
    all.assertFailed(ErrorCode.ROWS_DIFFER, all.settled(all.current()));

    assertEquals(RunState.SUBMITTED, all.restoration().orElseThrow().state());
    assertEquals(good.objects(), all.restoration().orElseThrow().objects());
  }

  @Test
  void restorationThatCrashedIsContinuedWhenItsLeaseIsOver() throws IOException {
    all.published(1, 18);
    Run bad = all.submitted(2, 20);
    all.druid.succeeds(bad.druid().taskId(), 19, 0, 0);
    Requests.own(
        all.ledger, Requests.event(Requests.identity(Restorer.FUNCTION, RunIdentity.WHOLE), 1));

    assertEquals(RunState.SUBMITTED, all.settled(bad).state());
    all.mongo.time().advance(TestLedger.LEASE);
    all.assertFailed(ErrorCode.ROWS_DIFFER, all.settled(bad));

    assertEquals(RunState.SUBMITTED, all.restoration().orElseThrow().state());
  }

  @Test
  void firstPublicationThatDiffersHasNothingToRestore() throws IOException {
    Run run = all.submitted(1, 18);
    all.druid.succeeds(run.druid().taskId(), 17, 0, 0);

    all.assertFailed(ErrorCode.ROWS_DIFFER, all.settled(run));

    assertTrue(all.restoration().isEmpty());
  }
}
