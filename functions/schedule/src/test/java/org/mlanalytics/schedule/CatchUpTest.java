package org.mlanalytics.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.function.BatchFunction;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.TestRuntime;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.testing.RecordedEvents;
import org.mlanalytics.runtime.testing.TestLedger;

class CatchUpTest {

  private static final String MIDNIGHT = "0 0 0 * * ?";

  @RegisterExtension final TestLedger mongo = new TestLedger();

  @Test
  void aMissedNightIsBegunOnceByWhicheverProcessStartsFirst() {
    assertTrue(process().look(opener(), Area.SURVEYS, MIDNIGHT).today());
    assertEquals(
        new MissedNights(false, List.of()), process().look(opener(), Area.SURVEYS, MIDNIGHT));

    List<Run> runs = mongo.runs().latest(new Document(), 10);
    assertEquals(1, runs.size());
    assertEquals(TestLedger.DATE, runs.get(0).identity().businessDate());
    assertEquals(Trigger.SCHEDULE, runs.get(0).trigger());
  }

  @Test
  void earlierNightsAreToldAndNotBegun() {
    LocalDate last = TestLedger.DATE.minusDays(3);
    new TestRuntime(mongo.runs(), new RecordedEvents())
        .call(opener(), new RunRequest("survey-status", last.toString(), null, null, null, null));

    MissedNights missed = process().look(opener(), Area.SURVEYS, MIDNIGHT);

    assertEquals(new MissedNights(true, List.of(last.plusDays(1), last.plusDays(2))), missed);
    assertEquals(2, mongo.runs().latest(new Document(), 10).size());
  }

  @Test
  void aNightThatCannotBeginIsTriedAgainUntilItDoes() {
    boolean[] away = {true};
    List<Runnable> jobs = new ArrayList<>();
    CatchUp process =
        new CatchUp(
            mongo::pipelines,
            mongo.clock(),
            new TestRuntime(mongo.runs(), new RecordedEvents()).calls(),
            ScheduledJobs.in(jobs),
            TestRuntime.config());
    BatchFunction opener = opener(away);

    process.begin(opener, "survey-status", Area.SURVEYS, MIDNIGHT);
    assertEquals(1, jobs.size());
    jobs.get(0).run();
    assertEquals(1, jobs.size(), "it is still tried");
    assertEquals(0, mongo.runs().latest(new Document(), 10).size());

    away[0] = false;
    jobs.get(0).run();
    assertEquals(List.of(), jobs);
    assertEquals(1, mongo.runs().latest(new Document(), 10).size());
  }

  private CatchUp process() {
    return new CatchUp(
        mongo::pipelines,
        mongo.clock(),
        new TestRuntime(mongo.runs(), new RecordedEvents()).calls(),
        null,
        TestRuntime.config());
  }

  private BatchFunction opener() {
    return opener(new boolean[] {false});
  }

  private BatchFunction opener(boolean[] away) {
    return new BatchFunction() {
      @Override
      public String name() {
        return "survey-status";
      }

      @Override
      public Optional<ClaimRequest> plan(Invocation invocation) {
        if (away[0]) {
          throw new IllegalStateException("away");
        }
        return Optional.of(
            TestRuntime.claims(mongo.pipelines(), mongo.clock()).opening(Area.SURVEYS, invocation));
      }

      @Override
      public void execute(RunHandle handle) {
        mongo.pipelines().open(Area.SURVEYS, handle.run(), List.of("a"));
        handle.succeed(Counts.NONE, List.of(), "opened");
      }

      @Override
      public Map<String, Object> dryRun(Invocation invocation) {
        return Map.of();
      }
    };
  }
}
