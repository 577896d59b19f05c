package org.mlanalytics.runtime.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mlanalytics.runtime.testing.Requests.event;
import static org.mlanalytics.runtime.testing.Requests.http;
import static org.mlanalytics.runtime.testing.Requests.identity;
import static org.mlanalytics.runtime.testing.Requests.own;
import static org.mlanalytics.runtime.testing.TestLedger.DATE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.run.Claim;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.testing.Race;
import org.mlanalytics.runtime.testing.TestLedger;

class PipelinesTest {

  private static final String ID = Area.PROJECTS.pipelineId(DATE);
  private static final RunIdentity OPENER = identity("gather-programs", RunIdentity.WHOLE);

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private RunLedger ledger;
  private Pipelines pipelines;

  @BeforeEach
  void open() {
    ledger = mongo.runs();
    pipelines = mongo.pipelines();
  }

  @Test
  void opensWithEveryScopePending() {
    Run opener = own(ledger, http(OPENER, Policy.FORCE)).run();

    Pipeline pipeline = pipelines.open(Area.PROJECTS, opener, List.of("a", "b"));

    assertEquals(pipeline, pipelines.find(ID).orElseThrow());
    assertEquals(1, pipeline.generation());
    assertEquals(List.of("a", "b"), pipeline.expected());
    assertEquals(List.of(new PendingScope("a", 1), new PendingScope("b", 1)), pipeline.pending());
    assertEquals(Policy.FORCE, pipeline.policy());
    assertEquals(opener.requestedBy(), pipeline.requestedBy());
    assertEquals(opener.traceparent(), pipeline.traceparent());
    assertFalse(pipeline.isDue());
    assertTrue(pipeline.isExtracting());
  }

  @Test
  void openingAgainInOneAttemptGivesTheFirstResult() {
    RunHandle opener = own(ledger, event(OPENER, 0));
    Pipeline first = pipelines.open(Area.PROJECTS, opener.run(), List.of("a"));
    pipelines.extracted(ID, "a", 1);
    opener.await("crash");
    Run takenOver = own(ledger, event(OPENER, 0)).run();

    Pipeline second = pipelines.open(Area.PROJECTS, takenOver, List.of("a", "b"));

    assertEquals(first.generation(), second.generation());
    assertEquals(List.of("a"), second.expected());
    assertTrue(second.isDue());
  }

  @Test
  void openingInANewAttemptStartsANewGeneration() {
    RunHandle opener = own(ledger, event(OPENER, 0));
    pipelines.open(Area.PROJECTS, opener.run(), List.of("a", "b"));
    pipelines.extracted(ID, "a", 1);
    pipelines.failed(ID, "b", 1);
    opener.succeed(Counts.NONE, List.of(), "done");
    Run again = own(ledger, http(OPENER, Policy.FORCE)).run();

    Pipeline pipeline = pipelines.open(Area.PROJECTS, again, List.of("b", "c"));

    assertEquals(2, pipeline.generation());
    assertEquals(List.of("b", "c"), pipeline.expected());
    assertEquals(List.of(new PendingScope("b", 2), new PendingScope("c", 2)), pipeline.pending());
    assertEquals(List.of(), pipeline.failed());
    assertEquals(Policy.FORCE, pipeline.policy());
  }

  @Test
  void instancesThatOpenAtOnceOpenOneGeneration() throws Exception {
    try (Race race = new Race(8)) {
      RunHandle handle = own(ledger, event(OPENER, 0));
      for (int generation = 1; generation <= 10; generation++) {
        Run opener = handle.run();

        List<Pipeline> opened =
            race.run(i -> pipelines.open(Area.PROJECTS, opener, List.of("a", "b")));

        assertEquals(
            List.of((long) generation),
            opened.stream().map(Pipeline::generation).distinct().toList());
        handle.succeed(Counts.NONE, List.of(), "done");
        handle = own(ledger, http(OPENER, Policy.FORCE));
      }
    }
  }

  @Test
  void lastTwoExtractionsAtOnceLeadToOnePublication() throws Exception {
    Run opener = own(ledger, event(OPENER, 0)).run();
    pipelines.open(Area.PROJECTS, opener, List.of("a", "b"));
    List<String> scopes = List.of("a", "b");
    RunIdentity publication = identity("publish-projects", RunIdentity.WHOLE);
    try (Race race = new Race(2)) {
      for (int round = 1; round <= 200; round++) {
        long generation = pipelines.find(ID).orElseThrow().generation();

        List<Stream<Claim>> claims =
            race.run(
                i ->
                    pipelines.extracted(ID, scopes.get(i), generation).isDue()
                        ? Stream.of(ledger.claim(event(publication, generation)))
                        : Stream.<Claim>empty());

        List<Claim.Owned> owned =
            claims.stream()
                .flatMap(c -> c)
                .filter(Claim.Owned.class::isInstance)
                .map(Claim.Owned.class::cast)
                .toList();
        assertEquals(1, owned.size(), "round " + round);
        owned.get(0).handle().succeed(Counts.NONE, List.of(), "published");
        pipelines.want(ID, "a", Policy.FORCE);
        long next = pipelines.want(ID, "b", Policy.FORCE);
        assertEquals(generation + 2, next);
      }
    }
  }

  @Test
  void wishRaisesTheGenerationOnceWhileItIsPending() {
    opened("a", "b");
    pipelines.extracted(ID, "a", 1);

    assertEquals(2, pipelines.want(ID, "a", Policy.FORCE));
    assertEquals(2, pipelines.want(ID, "a", Policy.FAILED_ONLY));
    assertEquals(1, pipelines.want(ID, "b", Policy.FORCE));

    Pipeline pipeline = pipelines.find(ID).orElseThrow();
    assertEquals(2, pipeline.generation());
    assertEquals(Policy.FORCE, pipeline.policy());
    assertEquals(List.of(new PendingScope("b", 1), new PendingScope("a", 2)), pipeline.pending());
    assertEquals(List.of("a", "b"), pipeline.expected());
  }

  @Test
  void wishesAtOnceRaiseTheGenerationOnce() throws Exception {
    opened("a");
    try (Race race = new Race(8)) {
      for (int round = 1; round <= 25; round++) {
        pipelines.extracted(ID, "a", round);

        List<Long> generations = race.run(i -> pipelines.want(ID, "a", Policy.FORCE));

        assertEquals(List.of(round + 1L), generations.stream().distinct().toList());
      }
    }
  }

  @Test
  void wishForAnUnknownScopeAddsIt() {
    opened("a");

    assertEquals(2, pipelines.want(ID, "new", Policy.FAILED_ONLY));

    Pipeline pipeline = pipelines.find(ID).orElseThrow();
    assertEquals(List.of("a", "new"), pipeline.expected());
    assertTrue(pipeline.pending().contains(new PendingScope("new", 2)));
  }

  @Test
  void extractionOfAnOlderGenerationLeavesANewerWish() {
    opened("a");
    pipelines.extracted(ID, "a", 1);
    pipelines.want(ID, "a", Policy.FORCE);

    assertFalse(pipelines.extracted(ID, "a", 1).isDue());
    assertTrue(pipelines.failed(ID, "a", 1).isEmpty());
    assertTrue(pipelines.extracted(ID, "a", 2).isDue());
  }

  @Test
  void extractionOfANewerGenerationMeetsAnOlderWish() {
    opened("a");

    assertTrue(pipelines.extracted(ID, "a", 2).isDue());
  }

  @Test
  void failedScopeKeepsThePipelineFromPublishingUntilItIsExtracted() {
    opened("a", "b");
    pipelines.extracted(ID, "b", 1);

    Pipeline failed = pipelines.failed(ID, "a", 1).orElseThrow();
    assertEquals(List.of("a"), failed.failed());
    assertFalse(failed.isDue());
    assertFalse(failed.isExtracting());

    long generation = pipelines.want(ID, "a", Policy.FAILED_ONLY);
    assertEquals(List.of(), pipelines.find(ID).orElseThrow().failed());
    assertTrue(pipelines.extracted(ID, "a", generation).isDue());
  }

  @Test
  void failureIsRecordedOnce() {
    opened("a");
    pipelines.failed(ID, "a", 1);

    assertTrue(pipelines.failed(ID, "a", 1).isEmpty());
    assertEquals(List.of("a"), pipelines.find(ID).orElseThrow().failed());
  }

  @Test
  void extractedScopeDoesNotFailAfterwards() {
    opened("a");
    pipelines.extracted(ID, "a", 1);

    assertTrue(pipelines.failed(ID, "a", 1).isEmpty());
    assertTrue(pipelines.find(ID).orElseThrow().isDue());
  }

  @Test
  void pipelineWithoutScopesHasNothingToPublish() {
    opened();

    Pipeline pipeline = pipelines.find(ID).orElseThrow();
    assertFalse(pipeline.isDue());
    assertFalse(pipeline.isExtracting());
  }

  @Test
  void scopesAreOneByOneWhateverTheirText() {
    String[] odd = {"", "a.b", "$set", "a,b", "ü\u0000", "6", "6.0"};
    opened(odd);

    for (String scope : odd) {
      assertFalse(pipelines.find(ID).orElseThrow().isDue());
      pipelines.extracted(ID, scope, 1);
    }

    assertTrue(pipelines.find(ID).orElseThrow().isDue());
  }

  @Test
  void requestWithoutADateIsAboutTheNewestPipeline() {
    opened("a");
    RunIdentity later =
        new RunIdentity("gather-programs", "sl-project", RunIdentity.WHOLE, DATE.plusDays(1));
    pipelines.open(Area.PROJECTS, own(ledger, event(later, 0)).run(), List.of("b"));

    assertEquals(DATE.plusDays(1), pipelines.require(Area.PROJECTS, null).businessDate());
    assertEquals(DATE, pipelines.require(Area.PROJECTS, DATE).businessDate());
    LocalDate none = DATE.minusDays(1);
    AnalyticsException missing =
        assertThrows(AnalyticsException.class, () -> pipelines.require(Area.PROJECTS, none));
    assertEquals(ErrorCode.NO_PIPELINE, missing.code());
  }

  @Test
  void nightsThatChangedLatelyAreFoundWhateverTheirDate() {
    Instant before = mongo.time().instant();
    opened("a");
    mongo.time().advance(Duration.ofHours(1));
    RunIdentity longAgo =
        new RunIdentity("gather-programs", "sl-project", RunIdentity.WHOLE, DATE.minusYears(3));
    pipelines.open(Area.PROJECTS, own(ledger, event(longAgo, 0)).run(), List.of("b"));

    assertEquals(
        List.of(DATE, DATE.minusYears(3)),
        pipelines.changedSince(before).stream().map(Pipeline::businessDate).toList());
    assertEquals(
        List.of(DATE.minusYears(3)),
        pipelines.changedSince(before.plusMillis(1)).stream().map(Pipeline::businessDate).toList());
  }

  private void opened(String... scopes) {
    pipelines.open(Area.PROJECTS, own(ledger, event(OPENER, 0)).run(), List.of(scopes));
  }
}
