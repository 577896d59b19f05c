package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.dataset.Granularity;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Policy;

class ShrinkGuardTest {

  private static final String DAY = "2023-07-10/2023-07-11";

  @RegisterExtension final PublishingFixture all = new PublishingFixture();

  private ShrinkGuard guard;

  @BeforeEach
  void open() {
    guard = new ShrinkGuard(all.publications, all.druid.client(), PublishingFixture.config());
  }

  @Test
  void snapshotIsComparedWithTheNewestDate() {
    published("2023-07-08", 100);
    published("2023-07-09", 20);
    all.druid.shows(1000);

    assertEquals(20, guard.check(snapshot(10), Policy.FAILED_ONLY));
    assertEquals(ErrorCode.SHRINKS, refused(snapshot(9)));
    assertEquals(ErrorCode.EMPTIES, refused(snapshot(0)));
  }

  @Test
  void firstSnapshotIsComparedWithWhatDruidShowsOfItsDay() {
    all.druid.shows(40);

    assertEquals(40, guard.check(snapshot(20), Policy.FAILED_ONLY));
    assertEquals(ErrorCode.SHRINKS, refused(snapshot(19)));
  }

  @Test
  void nothingToCompareWithLetsPass() {
    assertEquals(0, guard.check(snapshot(0), Policy.FAILED_ONLY));
    assertEquals(0, guard.check(snapshot(3), Policy.FAILED_ONLY));
  }

  @Test
  void druidThatCannotBeAskedIsWaitedFor() {
    all.druid.away(true);

    AnalyticsException fault =
        assertThrows(AnalyticsException.class, () -> guard.check(snapshot(3), Policy.FAILED_ONLY));

    assertEquals(ErrorCode.DRUID_UNAVAILABLE, fault.code());
  }

  private ErrorCode refused(PublicationPlan plan) {
    guard.check(plan, Policy.FORCE);
    return assertThrows(AnalyticsException.class, () -> guard.check(plan, Policy.FAILED_ONLY))
        .code();
  }

  private void published(String date, long rows) {
    Publication.Holder holder = new Publication.Holder("run", "key", 1, "task-" + date);
    String order = Publication.order(LocalDate.parse(date), 1);
    all.publications.acquire("ml-project-status", date, holder, order);
    all.publications.published(
        "ml-project-status",
        date,
        new Publication.Published(
            order, LocalDate.parse(date), 1, holder.taskId(), rows, List.of()));
  }

  private static PublicationPlan snapshot(long rows) {
    Dataset project = Datasets.SL_PROJECT;
    Dataset daily =
        new Dataset(
            "ml-project-status",
            project.description(),
            project.fileName(),
            project.columns(),
            project.timeColumn(),
            Granularity.DAY,
            project.queryGranularity());
    return new PublicationPlan(
        daily,
        DAY,
        Publication.order(LocalDate.parse("2023-07-11"), 1),
        List.of(new LandedObject("key", rows, 1, "digest")),
        Counts.NONE);
  }
}
