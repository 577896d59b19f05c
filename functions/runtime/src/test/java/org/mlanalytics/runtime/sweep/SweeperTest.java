package org.mlanalytics.runtime.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mlanalytics.runtime.testing.Requests.event;
import static org.mlanalytics.runtime.testing.Requests.identity;
import static org.mlanalytics.runtime.testing.Requests.own;
import static org.mlanalytics.runtime.testing.TestLedger.DATE;
import static org.mlanalytics.runtime.testing.TestLedger.LEASE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepData;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.event.TestOutbox;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.pipeline.Step;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.DruidTask;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.testing.RecordedEvents;
import org.mlanalytics.runtime.testing.TestConfig;
import org.mlanalytics.runtime.testing.TestLedger;

class SweeperTest {

  private static final String ID = Area.PROJECTS.pipelineId(DATE);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final RunIdentity GATHER = identity("gather-programs", RunIdentity.WHOLE);
  private static final RunIdentity PUBLISH = Area.PROJECTS.publications().get(0).on(DATE);

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private final RecordedEvents broker = new RecordedEvents();
  private RunLedger ledger;
  private Pipelines pipelines;
  private Sweeper sweeper;

  @BeforeEach
  void open() {
    ledger = mongo.runs();
    pipelines = mongo.pipelines();
    sweeper =
        new Sweeper(
            ledger,
            pipelines,
            TestOutbox.of(ledger, broker),
            broker,
            mongo.clock(),
            TestConfig.of(
                AnalyticsConfig.class,
                Map.of("mla.events.topic", "steps", "mla.events.sweep-after", "30s")));
  }

  @Test
  void emptyLedgerNeedsNothing() {
    assertNothing();
  }

  @Test
  void publishedNightNeedsNothing() {
    opened("a");
    extracted("a");
    published();
    patiently();

    assertNothing();
  }

  @Test
  void nightWithoutProgramsNeedsNothing() {
    opened();
    patiently();

    assertNothing();
  }

  @Test
  void unsentEventsAreSentAfterAWhile() {
    StepEvent step = step("e1");
    own(ledger, event(GATHER, 0)).succeed(Counts.NONE, List.of(step), "done");
    assertNothing();
    patiently();

    assertEquals(1, sweeper.find().unsent().size());
    sweeper.sweep(sweeper.find());

    assertEquals(List.of(step), broker.taken());
    assertNothing();
  }

  @Test
  void runWhoseLeaseRanOutIsWokenUp() {
    Run run = own(ledger, event(identity("extract-projects", "a"), 3)).run();
    assertNothing();
    mongo.time().advance(LEASE.plusMillis(1));

    assertEquals(List.of(run), sweeper.find().abandoned());
    sweeper.sweep(sweeper.find());

    StepEvent wakeUp = broker.taken().get(0);
    assertEquals(StepEvent.RUN_REQUESTED, wakeUp.name());
    assertEquals("extract-projects", wakeUp.data().function());
    assertEquals("a", wakeUp.data().scope());
    assertEquals("2023-07-11", wakeUp.data().businessDate());
    assertEquals(3, wakeUp.data().generation());
  }

  @Test
  void submittedRunIsNotAbandoned() {
    own(ledger, event(PUBLISH, 1))
        .submitted(DruidTask.planned("t", DruidTask.Kind.REPLACE, "sl-project", "i", 1));
    mongo.time().advance(LEASE.plusMillis(1));

    assertNothing();
  }

  @Test
  void pendingScopeWithoutARunIsAskedForAfterAWhile() {
    opened("a", "b");
    own(ledger, event(identity("extract-projects", "b"), 1));
    assertNothing();
    patiently();

    assertEquals(List.of("extract-projects a 1 failed-only"), wanted());
  }

  @Test
  void pendingScopeWhoseRunServedAnEarlierGenerationIsAskedFor() {
    opened("a");
    extracted("a");
    own(ledger, event(PUBLISH, 1)).succeed(Counts.NONE, List.of(), "published");
    pipelines.want(ID, "a", Policy.FORCE);
    patiently();

    assertEquals(List.of("extract-projects a 2 force"), wanted());
  }

  @Test
  void pendingScopeWhoseFailureWasNotCountedIsAskedFor() {
    opened("a");
    own(ledger, event(identity("extract-projects", "a"), 1)).fail(ErrorCode.UNEXPECTED, "broken");
    patiently();

    assertEquals(List.of("extract-projects a 1 failed-only"), wanted());
  }

  @Test
  void failedScopeWaitsForAPerson() {
    opened("a");
    pipelines.failed(ID, "a", 1);
    patiently();

    assertNothing();
  }

  @Test
  void duePipelineWithoutAPublicationIsPublishedAtOnce() {
    opened("a");
    extracted("a");

    assertEquals(publications("1 failed-only"), wanted());
  }

  @Test
  void duePipelineWhosePublicationServedAnEarlierGenerationIsPublished() {
    opened("a");
    extracted("a");
    published();
    pipelines.extracted(ID, "a", pipelines.want(ID, "a", Policy.FORCE));

    assertEquals(publications("2 force"), wanted());
  }

  @Test
  void publicationThatIsUnderWayIsNotAskedForAgain() {
    opened("a");
    extracted("a");
    RunHandle running = own(ledger, event(PUBLISH, 1));
    pipelines.extracted(ID, "a", pipelines.want(ID, "a", Policy.FORCE));

    assertEquals(publications("2 force").subList(1, 3), wanted());
    running.submitted(DruidTask.planned("t", DruidTask.Kind.REPLACE, "sl-project", "i", 1));
    assertEquals(publications("2 force").subList(1, 3), wanted());
  }

  @Test
  void failedPublicationWaitsForAPerson() {
    opened("a");
    extracted("a");
    own(ledger, event(PUBLISH, 1)).fail(ErrorCode.SHRINKS, "too few");

    assertEquals(publications("1 failed-only").subList(1, 3), wanted());
  }

  @Test
  void requestsGoToTheBroker() {
    opened("a");
    extracted("a");

    sweeper.sweep(sweeper.find());

    assertEquals(
        List.of(
            "projects/2023-07-11-1-publish-projects-*",
            "projects/2023-07-11-1-project-status-*",
            "projects/2023-07-11-1-project-program-status-*"),
        broker.ids());
    assertEquals(StepEvent.RUN_REQUESTED, broker.taken().get(0).name());
  }

  @Test
  void brokerThatIsAwayStopsTheSweepWhichFindsTheSameAgain() {
    opened("a");
    extracted("a");
    broker.refuse(e -> true);

    AnalyticsException away =
        assertThrows(AnalyticsException.class, () -> sweeper.sweep(sweeper.find()));

    assertEquals(ErrorCode.BROKER_UNAVAILABLE, away.code());

    assertEquals(3, sweeper.find().wanted().size());
  }

  private void assertNothing() {
    assertEquals(new Sweeper.Findings(List.of(), List.of(), List.of()), sweeper.find());
  }

  private List<String> wanted() {
    return sweeper.find().wanted().stream()
        .map(StepEvent::data)
        .map(d -> d.function() + " " + d.scope() + " " + d.generation() + " " + d.policy())
        .toList();
  }

  private void published() {
    for (Step step : Area.PROJECTS.publications()) {
      own(ledger, event(step.on(DATE), 1)).succeed(Counts.NONE, List.of(), "published");
    }
  }

  private static List<String> publications(String generationAndPolicy) {
    return Area.PROJECTS.publications().stream()
        .map(step -> step.function() + " " + step.scope() + " " + generationAndPolicy)
        .toList();
  }

  private void patiently() {
    mongo.time().advance(PATIENCE.plusMillis(1));
  }

  private void opened(String... scopes) {
    RunHandle opener = own(ledger, event(GATHER, 0));
    pipelines.open(Area.PROJECTS, opener.run(), List.of(scopes));
    opener.succeed(Counts.NONE, List.of(), "opened");
  }

  private void extracted(String scope) {
    RunHandle handle = own(ledger, event(identity("extract-projects", scope), 1));
    pipelines.extracted(ID, scope, 1);
    handle.succeed(Counts.NONE, List.of(), "extracted");
  }

  private StepEvent step(String id) {
    return new StepEvent(
        id,
        "program.gathered",
        "gather-programs",
        mongo.time().instant(),
        null,
        new StepData(null, null, "a", null, null, 1L, null, null, null, null));
  }
}
