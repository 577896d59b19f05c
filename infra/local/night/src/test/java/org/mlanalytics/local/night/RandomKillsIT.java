package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;

/**
 * Nights that die at random calls of random methods. Repeat a failure with {@code -Dsoak.seed=<the
 * seed that was printed>}.
 */
@Tag("soak")
class RandomKillsIT {

  private static final LocalDate FIRST = LocalDate.parse("2023-07-11");
  private static final int KILLS = Integer.getInteger("soak.kills", 50);
  private static final int MOST_CALLS = 6;
  private static final List<String> METHODS =
      List.of(
          "runtime.run.RunLedger#claim",
          "runtime.run.RunLedger#find",
          "runtime.run.RunLedger#told",
          "runtime.run.RunLedger#succeed",
          "runtime.run.RunLedger#acknowledged",
          "runtime.run.RunHandle#serve",
          "runtime.run.RunHandle#extracted",
          "runtime.run.RunHandle#submitting",
          "runtime.run.RunHandle#submitted",
          "runtime.run.RunHandle#succeed",
          "runtime.pipeline.Pipelines#open",
          "runtime.pipeline.Pipelines#want",
          "runtime.pipeline.Pipelines#extracted",
          "runtime.object.RowObject#row",
          "runtime.object.RowObject#commit",
          "runtime.event.Outbox#drain",
          "runtime.event.StepDispatcher#dispatch",
          "publishing.Publications#acquire",
          "publishing.Publications#published",
          "publishing.Druid#submit",
          "publishing.Druid#status",
          "publishing.Druid#report",
          "publishing.Druid#count");

  @Test
  void everyNightIsPublishedOnce() throws IOException {
    long seed = Long.getLong("soak.seed", System.nanoTime());
    System.out.println("soak.seed=" + seed);
    Random random = new Random(seed);
    List<Map<String, Object>> golden = GoldenRows.of("/golden/projects/sample.rows.jsonl");
    int kills = 0;
    try (Installation installation = new Installation().withSamples()) {
      for (int night = 0; kills < KILLS; night++) {
        String step = step(random);
        String date = FIRST.plusDays(night).toString();
        int tasks = installation.tasks().size();
        if (diesAt(installation, step, date)) {
          kills++;
        }
        try (FunctionProcess survivor = installation.suite()) {
          JsonNode pipeline = completed(survivor.api(), date);
          assertTrue(Night.succeeded(pipeline), step + " " + pipeline.toPrettyString());
        }
        assertEquals(golden, installation.rows(), step);
        assertEquals(tasks + 1, installation.tasks().size(), step);
        System.out.println(kills + " of " + KILLS + " kills, the last at " + step);
      }
    }
  }

  private static boolean diesAt(Installation installation, String step, String date) {
    FunctionProcess doomed = installation.doomed(PackagedFunctions.SUITE, step);
    Await.until(
        "ready, or dead at " + step,
        Installation.LIMIT,
        () -> !doomed.process().isAlive() || doomed.api().isReady());
    gather(doomed.api(), date);
    Await.until(
        "dead, or at the end of the night",
        Installation.LIMIT,
        () ->
            !doomed.process().isAlive()
                || Night.hasEnded(new Night(doomed.api(), date).pipeline()));
    boolean died = !doomed.process().isAlive();
    doomed.process().kill();
    return died;
  }

  private static JsonNode completed(FunctionsApi api, String date) {
    gather(api, date);
    return new Night(api, date).await(Installation.LIMIT);
  }

  /** As a schedule does: nobody waits for the answer of a process that may die over it. */
  private static void gather(FunctionsApi api, String date) {
    try {
      api.run(Map.of("function", "gather-programs", "businessDate", date));
    } catch (IOException died) {
      // that is what it was started for
    }
  }

  private static String step(Random random) {
    return "org.mlanalytics.%s@%s:%d"
        .formatted(
            METHODS.get(random.nextInt(METHODS.size())),
            random.nextBoolean() ? "enter" : "exit",
            1 + random.nextInt(MOST_CALLS));
  }
}
