package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.FileDatasets;
import org.mlanalytics.core.dataset.Granularity;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestLedger;

/** Files that replace intervals of one datasource. */
class FileIntervalsTest {

  private static final Dataset WHOLE = FileDatasets.of("north", "readings");
  private static final Dataset HOURS = WHOLE.inSegmentsOf(Granularity.HOUR);
  private static final String TEN = "2024-03-01T10:00:00.000Z/2024-03-01T11:00:00.000Z";
  private static final String TEN_AND_ELEVEN = "2024-03-01T10:00:00.000Z/2024-03-01T12:00:00.000Z";
  private static final String TWELVE = "2024-03-01T12:00:00.000Z/2024-03-01T13:00:00.000Z";

  @RegisterExtension final PublishingFixture all = new PublishingFixture();

  @Test
  void druidIsToldTheIntervalAndItsSegments() throws IOException {
    submitted("a", HOURS, TEN, 2);

    JsonNode spec = all.druid.sent().get(0).get("spec");
    JsonNode granularity = spec.at("/dataSchema/granularitySpec");
    assertEquals("HOUR", granularity.get("segmentGranularity").asText());
    assertEquals(TEN, granularity.at("/intervals/0").asText());
    assertEquals(1, granularity.get("intervals").size());
    assertTrue(spec.at("/ioConfig/dropExisting").asBoolean());
    assertEquals("file.north.readings", spec.at("/dataSchema/dataSource").asText());
  }

  @Test
  void whoTakesOverSendsTheSame() throws IOException {
    RunHandle handle = claim("a");
    all.druid.awayForTasks(true);
    assertThrows(
        DruidUnavailableException.class,
        () -> all.publisher.publish(handle, plan("a", HOURS, TEN, 2)));
    assertEquals(RunState.SUBMITTING, handle.run().state());
    all.druid.awayForTasks(false);
    all.mongo.time().advance(TestLedger.LEASE);

    RunHandle heir = claim("a");
    all.publisher.resume(heir);

    JsonNode granularity = all.druid.sent().get(0).at("/spec/dataSchema/granularitySpec");
    assertEquals("HOUR", granularity.get("segmentGranularity").asText());
    assertEquals(TEN, granularity.at("/intervals/0").asText());
  }

  @Test
  void intervalsOfOneDatasourceWaitForEachOtherAndForTheWhole() throws IOException {
    Run first = submitted("a", HOURS, TEN, 2);

    assertEquals(RunState.CLAIMED, submitted("b", HOURS, TWELVE, 2).state());
    assertEquals(RunState.CLAIMED, submitted("c", WHOLE, IngestionSpec.ETERNITY, 2).state());
    assertEquals(1, all.druid.sent().size());
    ends(first, 2);

    assertEquals(RunState.SUBMITTED, submitted("c", WHOLE, IngestionSpec.ETERNITY, 2).state());
    assertEquals(RunState.CLAIMED, submitted("b", HOURS, TWELVE, 2).state());
  }

  @Test
  void datasourcesDoNotWaitForEachOther() throws IOException {
    submitted("a", HOURS, TEN, 2);
    Dataset other = FileDatasets.of("south", "readings").inSegmentsOf(Granularity.HOUR);

    assertEquals(RunState.SUBMITTED, submitted("b", other, TEN, 2).state());
  }

  @Test
  void forceStopsOnlyWhatItReplacesAsAWhole() throws IOException {
    Run first = submitted("a", HOURS, TEN_AND_ELEVEN, 2);

    forced("b", TEN);
    assertEquals(List.of(), all.druid.stopped());
    forced("c", TWELVE);
    assertEquals(List.of(), all.druid.stopped());
    forced("d", TEN_AND_ELEVEN);
    assertEquals(List.of(first.druid().taskId()), all.druid.stopped());
  }

  @Test
  void whoDiedWithTheRightKeepsNobodyWaiting() throws IOException {
    Run first = submitted("a", HOURS, TEN, 2);
    all.ledger.fail(first, ErrorCode.TASK_FAILED, "the right was not given back");

    assertEquals(RunState.CLAIMED, submitted("b", HOURS, TEN, 2).state());
    assertEquals(RunState.SUBMITTED, submitted("b", HOURS, TEN, 2).state());
  }

  @Test
  void whoDiedHavingGivenBackHalfOfTheRightKeepsNobodyWaiting() throws IOException {
    Run first = submitted("a", HOURS, TEN, 2);
    all.ledger.fail(first, ErrorCode.TASK_FAILED, "died");
    all.publications.release(WHOLE.name(), IngestionSpec.ETERNITY, first.druid().taskId());

    assertEquals(RunState.CLAIMED, submitted("b", HOURS, TEN, 2).state());
    assertEquals(RunState.SUBMITTED, submitted("b", HOURS, TEN, 2).state());
  }

  @Test
  void dayIsComparedWithWhatItReplacesAndNotWithAnotherDay() throws IOException {
    Dataset days = WHOLE.inSegmentsOf(Granularity.DAY);
    published("a", days, "2024-03-01T00:00:00.000Z/2024-03-02T00:00:00.000Z", 100);
    String next = "2024-03-02T00:00:00.000Z/2024-03-03T00:00:00.000Z";
    all.druid.shows(0);

    assertEquals(RunState.SUBMITTED, submitted("b", days, next, 1).state());
  }

  @Test
  void intervalMayNotLoseMostOfItsRows() throws IOException {
    published("a", HOURS, TEN, 100);

    AnalyticsException refused =
        assertThrows(AnalyticsException.class, () -> submitted("b", HOURS, TEN_AND_ELEVEN, 49));

    assertEquals(ErrorCode.SHRINKS, refused.code());
    assertEquals(RunState.SUBMITTED, submitted("c", HOURS, TWELVE, 100).state());
  }

  @Test
  void intervalThatDiffersIsRestoredInItsOwnSegments() throws IOException {
    Run good = published("a", HOURS, TEN, 2);
    Run bad = submitted("b", HOURS, TEN, 3);
    all.druid.succeeds(bad.druid().taskId(), 2, 0, 0);

    assertEquals(RunState.FAILED, all.settled(bad).state());

    JsonNode task = all.druid.sent().get(2);
    JsonNode granularity = task.at("/spec/dataSchema/granularitySpec");
    assertEquals("HOUR", granularity.get("segmentGranularity").asText());
    assertEquals(TEN, granularity.at("/intervals/0").asText());
    assertTrue(
        task.at("/spec/ioConfig/inputSource").toString().contains(good.objects().get(0).key()));
  }

  @Test
  void whatLaterFilesHaveReplacedIsNotRestored() throws IOException {
    published("a", HOURS, TEN, 2);
    published("b", HOURS, TWELVE, 2);
    published("c", HOURS, TEN_AND_ELEVEN, 2);

    assertNull(all.publications.get(WHOLE.name(), TEN).last());
    assertNotNull(all.publications.get(WHOLE.name(), TWELVE).last());
    assertNotNull(all.publications.get(WHOLE.name(), TEN_AND_ELEVEN).last());
    published("d", WHOLE, IngestionSpec.ETERNITY, 2);
    assertNull(all.publications.get(WHOLE.name(), TWELVE).last());
    assertNotNull(all.publications.get(WHOLE.name(), IngestionSpec.ETERNITY).last());
    published("e", HOURS, TWELVE, 2);
    assertNull(all.publications.get(WHOLE.name(), IngestionSpec.ETERNITY).last());
  }

  private Run published(String name, Dataset dataset, String interval, long rows)
      throws IOException {
    return ends(submitted(name, dataset, interval, rows), rows);
  }

  private Run ends(Run run, long rows) {
    all.druid.succeeds(run.druid().taskId(), rows, 0, 0);
    all.druid.shows(rows);
    Run settled = all.settled(run);
    assertEquals(RunState.SUCCEEDED, settled.state());
    return settled;
  }

  /** As far as it comes: a run that has to wait stays claimed, and may be asked for once more. */
  private Run submitted(String name, Dataset dataset, String interval, long rows)
      throws IOException {
    RunHandle handle = claim(name);
    all.publisher.publish(handle, plan(name, dataset, interval, rows));
    return handle.run();
  }

  private void forced(String name, String interval) throws IOException {
    RunIdentity identity =
        new RunIdentity("ingest-file", "druid.readings.hour", "north/" + name, RunIdentity.UNDATED);
    RunHandle handle = Requests.own(all.ledger, Requests.http(identity, Policy.FORCE));
    all.publisher.publish(handle, plan(name, HOURS, interval, 2));
  }

  private RunHandle claim(String name) {
    return Requests.own(
        all.ledger,
        Requests.event(
            new RunIdentity(
                "ingest-file", "druid.readings.hour", "north/" + name, RunIdentity.UNDATED),
            0));
  }

  private PublicationPlan plan(String name, Dataset dataset, String interval, long rows)
      throws IOException {
    return new PublicationPlan(
        dataset,
        interval,
        Publication.order(RunIdentity.UNDATED, 0),
        List.of(all.land("druid.readings.hour/" + name + "/rows.json.gz", rows)),
        Counts.NONE);
  }
}
