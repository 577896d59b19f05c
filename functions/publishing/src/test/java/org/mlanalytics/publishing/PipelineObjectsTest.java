package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mlanalytics.runtime.testing.TestLedger.DATE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestConfig;
import org.mlanalytics.runtime.testing.TestLedger;

class PipelineObjectsTest {

  private static final RunIdentity PUBLICATION = Requests.identity("publish-projects", "*");

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private RunLedger ledger;
  private PipelineObjects objects;

  @BeforeEach
  void open() {
    ledger = mongo.runs();
    objects =
        new PipelineObjects(
            mongo.pipelines(),
            ledger,
            TestConfig.of(AnalyticsConfig.class, Map.of("mla.events.topic", "steps")));
    Run opener = Requests.own(ledger, Requests.event(Requests.identity("gather", "*"), 0)).run();
    mongo.pipelines().open(Area.PROJECTS, opener, List.of("a", "b"));
  }

  @Test
  void planHoldsTheObjectsOfAllScopesAndTheSumOfTheirCounts() {
    land("a", 12, 0);
    land("b", 6, 1);

    PublicationPlan plan = plan(Policy.FAILED_ONLY);

    assertEquals(18, plan.rows());
    assertEquals(Set.of(object("a", 12), object("b", 6)), Set.copyOf(plan.objects()));
    assertEquals(new Counts(200, 0, 0, 1, 18, 0), plan.counts());
    assertEquals(Publication.order(DATE, 1), plan.order());
    assertEquals(IngestionSpec.ETERNITY, plan.interval());
  }

  @Test
  void extractionThatIsLandedButNotYetEndedIsPublished() {
    land("a", 12, 0);
    claim("b").extracted(counts(6, 0), List.of(object("b", 6)), "landed");

    assertEquals(18, plan(Policy.FAILED_ONLY).rows());
  }

  @Test
  void scopeWithoutALandedObjectIsMissed() {
    land("a", 12, 0);
    RunHandle working = claim("b");

    assertRefused(ErrorCode.PIPELINE_INCOMPLETE, Policy.FORCE);
    working.fail(ErrorCode.UNEXPECTED, "broken");
    assertRefused(ErrorCode.PIPELINE_INCOMPLETE, Policy.FORCE);
  }

  @Test
  void scopeThatIsNoLongerExpectedIsNotPublished() {
    land("a", 12, 0);
    land("b", 6, 0);
    land("gone", 3, 0);

    assertEquals(18, plan(Policy.FAILED_ONLY).rows());
  }

  @Test
  void manyMalformedDocumentsOfFewFailThePublication() {
    land("a", 12, 21);
    land("b", 6, 0);

    assertRefused(ErrorCode.TOO_MANY_MALFORMED, Policy.FAILED_ONLY);
    assertEquals(18, plan(Policy.FORCE).rows());
  }

  @Test
  void twentyMalformedDocumentsAreNotMany() {
    land("a", 12, 20);
    land("b", 6, 0);

    assertEquals(18, plan(Policy.FAILED_ONLY).rows());
  }

  @Test
  void fivePercentAreNotMany() {
    land("a", 12, 21, 320);
    land("b", 6, 0, 100);

    assertEquals(18, plan(Policy.FAILED_ONLY).rows());
  }

  private void assertRefused(ErrorCode code, Policy policy) {
    assertEquals(code, assertThrows(AnalyticsException.class, () -> plan(policy)).code());
  }

  private PublicationPlan plan(Policy policy) {
    Requests.own(
            ledger,
            new ClaimRequest(
                PUBLICATION, Area.PROJECTS.pipelineId(DATE), 0, policy, Trigger.HTTP, null, null))
        .fail(ErrorCode.UNEXPECTED, "only its request is of interest");
    return objects.plan(ledger.find(PUBLICATION).orElseThrow(), Area.PROJECTS, Datasets.SL_PROJECT);
  }

  private RunHandle claim(String scope) {
    return Requests.own(
        ledger, Requests.event(Requests.identity(Area.PROJECTS.extractor(), scope), 1));
  }

  private void land(String scope, long rows, long malformed) {
    land(scope, rows, malformed, 100);
  }

  private void land(String scope, long rows, long malformed, long read) {
    RunHandle handle = claim(scope);
    Counts counts = new Counts(read, 0, 0, malformed, rows, 0);
    handle.extracted(counts, List.of(object(scope, rows)), "landed");
    handle.succeed(counts, List.of(), "done");
  }

  private static Counts counts(long rows, long malformed) {
    return new Counts(100, 0, 0, malformed, rows, 0);
  }

  private static LandedObject object(String scope, long rows) {
    return new LandedObject(scope + ".json.gz", rows, rows * 10, "digest");
  }
}
