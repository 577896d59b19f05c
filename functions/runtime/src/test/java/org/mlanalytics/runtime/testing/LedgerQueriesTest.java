package org.mlanalytics.runtime.testing;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mlanalytics.runtime.testing.Requests.identity;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;

/** Every test with a {@link TestLedger} checks its queries; this one sends those that only read. */
class LedgerQueriesTest {

  @RegisterExtension final TestLedger mongo = new TestLedger();

  @Test
  void everyReadingQueryOfTheLedgerHasAnIndex() {
    RunLedger runs = mongo.runs();
    runs.find(identity("f", "s"));
    runs.byId("id");
    runs.ofPipeline("pipeline", null);
    runs.ofPipeline("pipeline", "f");
    runs.latest(new Document(), 10);
    runs.latest(eq("function", "f"), 10);
    runs.latest(and(eq("function", "f"), eq("state", "FAILED")), 10);
    runs.inState(RunState.SUBMITTED);
    runs.abandoned();
    runs.withOutbox(Duration.ZERO);
    Pipelines pipelines = mongo.pipelines();
    pipelines.find("id");
    pipelines.latest(Area.PROJECTS);
    pipelines.changedSince(mongo.time().instant());
    mongo.rejects().list("run", 10);
  }

  @Test
  void queryWithoutAnIndexIsNoticed() {
    var runs = mongo.collection(LedgerIndexes.RUNS);
    runs.find(eq("scope", "p1")).first();
    runs.find(eq("scope", "p1")).sort(Sorts.ascending("scope")).limit(3).first();
    runs.find(eq("lease.until", "x")).first();
    runs.updateMany(eq("dataset", "d"), Updates.set("a", 1));
    runs.deleteMany(eq("dataset", "d"));
    runs.findOneAndDelete(eq("dataset", "d"));

    List<String> noticed = mongo.unserved();
    mongo.forgetUnserved();

    assertEquals(6, noticed.size(), noticed::toString);
  }
}
