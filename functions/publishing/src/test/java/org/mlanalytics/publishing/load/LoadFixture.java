package org.mlanalytics.publishing.load;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.snapshot.Snapshots;
import org.mlanalytics.core.status.Names;
import org.mlanalytics.core.status.StatusSettings;
import org.mlanalytics.core.status.SurveyStatusRules;
import org.mlanalytics.publishing.PipelineObjects;
import org.mlanalytics.publishing.PublishingParts;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.function.Extraction;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.SharedStep;
import org.mlanalytics.runtime.function.TestRuntime;
import org.mlanalytics.runtime.object.LocalObjectStore;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.source.TestSource;
import org.mlanalytics.runtime.testing.RecordedEvents;
import org.mlanalytics.runtime.testing.TestConfig;
import org.mlanalytics.runtime.testing.TestLedger;

/** Surveys and their snapshot, on a real ledger and a directory, with a Druid that takes all. */
final class LoadFixture implements BeforeEachCallback, AfterEachCallback {

  static final String DATE = TestLedger.DATE.toString();

  final TestLedger mongo = new TestLedger();
  final RecordedEvents broker = new RecordedEvents();
  MongoCollection<Document> submissions;
  ObjectStore store;
  TestRuntime runtime;
  SharedStep surveys;
  SharedStep snapshot;
  private Path directory;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    mongo.beforeEach(context);
    directory = Files.createTempDirectory("objects");
    store = new LocalObjectStore(directory);
    submissions =
        mongo.client().getDatabase(mongo.sourceDatabase()).getCollection("surveySubmissions");
    runtime = new TestRuntime(mongo.runs(), broker);
    PublishingParts parts = new PublishingParts(mongo, store);
    PipelineObjects objects = parts.objects();
    Extraction extraction = TestRuntime.extraction(store, mongo.rejects());
    AnalyticsConfig config =
        TestConfig.of(
            AnalyticsConfig.class,
            Map.of("mla.events.topic", "steps", "mla.mongo.range-size", "2"));
    CollectionLoads loads =
        new CollectionLoads(
            TestSource.of(mongo.client(), mongo.sourceDatabase()),
            mongo.pipelines(),
            TestRuntime.claims(mongo.pipelines(), mongo.clock()),
            TestRuntime.scopes(extraction, mongo.pipelines(), mongo.clock()),
            extraction,
            objects,
            parts.publisher(),
            mongo.clock(),
            config);
    surveys =
        function(
            "survey-status",
            loads.of(
                new CollectionSource(
                    Area.SURVEYS,
                    Datasets.ML_SURVEY_STATUS,
                    "surveySubmissions",
                    SurveyStatusRules.SOURCE_FIELDS,
                    and(eq("isAPrivateProgram", false), eq("deleted", false)),
                    () ->
                        new SurveyStatusRules(
                                new StatusSettings("P", "app"),
                                new Names(Map.of()),
                                new Names(Map.of()))
                            ::transform)));
    snapshot =
        function(
            "survey-snapshot",
            new SnapshotLoads(
                    mongo.pipelines(),
                    TestRuntime.claims(mongo.pipelines(), mongo.clock()),
                    objects,
                    store,
                    parts.publisher(),
                    config)
                .of("survey-snapshot", Area.SURVEYS, Snapshots.SURVEY));
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    try (var files = Files.walk(directory)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    mongo.afterEach(context);
  }

  Path directory() {
    return directory;
  }

  void insert(Object... ids) {
    for (Object id : ids) {
      submissions.insertOne(
          new Document("_id", id)
              .append("isAPrivateProgram", false)
              .append("deleted", false)
              .append("status", "completed")
              .append("solutionId", "s")
              .append("surveyId", "v")
              .append("createdBy", "u" + id.toString().hashCode() % 3)
              .append("updatedAt", new java.util.Date(0)));
    }
  }

  RunReply call(SharedStep function, String scope, String policy) {
    return runtime.call(function, new RunRequest(function.name(), DATE, scope, policy, null, null));
  }

  /** Opens the night and extracts all its ranges. */
  Pipeline extracted() {
    call(surveys, null, null);
    for (String scope : List.copyOf(pipeline().expected())) {
      call(surveys, scope, null);
    }
    return pipeline();
  }

  Pipeline pipeline() {
    return mongo.pipelines().find(Area.SURVEYS.pipelineId(LocalDate.parse(DATE))).orElseThrow();
  }

  Map<String, Run> runs(String function) {
    Map<String, Run> runs = new HashMap<>();
    mongo
        .runs()
        .ofPipeline(pipeline().id(), function)
        .forEach(run -> runs.put(run.identity().scope(), run));
    return runs;
  }

  private static SharedStep function(String name, SharedStep.StepWork work) {
    return new SharedStep() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public StepWork work() {
        return work;
      }
    };
  }
}
