package org.mlanalytics.batch.gatherprograms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mlanalytics.runtime.testing.TestLedger.DATE;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepData;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.TestRuntime;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.reject.Reject;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.source.TestSource;
import org.mlanalytics.runtime.testing.RecordedEvents;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestLedger;

class GatherProgramsTest {

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private final RecordedEvents broker = new RecordedEvents();
  private MongoCollection<BsonDocument> projects;
  private TestRuntime runtime;
  private GatherPrograms function;

  @BeforeEach
  void open() {
    projects =
        mongo
            .client()
            .getDatabase(mongo.sourceDatabase())
            .getCollection("projects", BsonDocument.class);
    runtime = new TestRuntime(mongo.runs(), broker);
    function =
        new GatherPrograms(
            TestSource.of(mongo.client(), mongo.sourceDatabase()),
            mongo.pipelines(),
            mongo.rejects(),
            mongo.clock(),
            TestRuntime.claims(mongo.pipelines(), mongo.clock()),
            runtime.calls(),
            null,
            null);
  }

  @Test
  void programsOfTheSampleAreFoundAndAnnounced() throws IOException {
    try (var sample = getClass().getResourceAsStream("/projects/sample.json")) {
      BsonArray.parse(new String(sample.readAllBytes(), StandardCharsets.UTF_8))
          .forEach(project -> projects.insertOne(project.asDocument()));
    }

    Run run = gathered();

    List<String> programs = List.of("64a000000000000000000001", "64a000000000000000000002");
    assertEquals(programs, pipeline().expected());
    assertEquals(1, run.counts().excluded());
    assertEquals(0, run.counts().malformed());
    assertEquals(6, run.counts().read());
    assertEquals(List.of("64d000000000000000000007 excluded no-program"), rejects(run));
    assertEquals(
        List.of("programs.gathered", "program.gathered", "program.gathered"),
        broker.taken().stream().map(StepEvent::name).toList());
    assertEquals(
        programs, broker.taken().stream().skip(1).map(event -> event.data().scope()).toList());
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvFileSource(
      resources = "/program-ids.csv",
      numLinesToSkip = 1,
      delimiter = '|',
      quoteCharacter = '\'')
  void programIdIsATextOrPutAside(String programId, String becomes) {
    insert(BsonArray.parse("[" + programId + "]").get(0));

    Run run = gathered();

    switch (becomes) {
      case "excluded" -> assertEquals(List.of("0 excluded no-program"), rejects(run));
      case "malformed" -> assertEquals(List.of("0 malformed wrong-type:programId"), rejects(run));
      default -> assertEquals(List.of(), rejects(run));
    }
    boolean program = rejects(run).isEmpty();
    assertEquals(program ? List.of(becomes) : List.of(), pipeline().expected());
    assertEquals(becomes.equals("excluded") ? 1 : 0, run.counts().excluded());
    assertEquals(becomes.equals("malformed") ? 1 : 0, run.counts().malformed());
  }

  @Test
  void projectWithoutTheFieldIsExcluded() {
    projects.insertOne(BsonDocument.parse("{_id: 1, isAPrivateProgram: false, isDeleted: false}"));

    assertEquals(List.of("1 excluded no-program"), rejects(gathered()));
  }

  @Test
  void numbersThatAreEqualButReadDifferentlyAreProgramsOfTheirOwn() {
    insert(
        BsonArray.parse("[6, 6.0, \"6\", {\"$numberDecimal\": \"6.00\"}]")
            .toArray(BsonValue[]::new));

    gathered();

    assertEquals(List.of("6", "6.0", "6.00"), pipeline().expected());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isAPrivateProgram: true, isDeleted: false",
        "isAPrivateProgram: false, isDeleted: true",
        "isAPrivateProgram: 0, isDeleted: false",
        "isAPrivateProgram: 'false', isDeleted: false",
        "isAPrivateProgram: null, isDeleted: false",
        "isAPrivateProgram: [false], isDeleted: false",
        "isAPrivateProgram: false, isDeleted: [false]",
        "isAPrivateProgram: {}, isDeleted: false",
        "isDeleted: false",
        "isAPrivateProgram: false",
        "isAPrivateProgram: false, isDeleted: null"
      })
  void onlyProjectsWhoseFlagsAreFalseNeedAProgram(String flags) {
    projects.insertOne(BsonDocument.parse("{_id: 1, " + flags + "}"));

    assertEquals(List.of(), rejects(gathered()));
    assertEquals(List.of(), pipeline().expected());
  }

  @Test
  void emptySourceOpensAPipelineWithNothingToPublish() {
    Run run = gathered();

    assertEquals(List.of(), pipeline().expected());
    assertFalse(pipeline().isDue());
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals("0 programs", run.history().get(run.history().size() - 1).detail());
    assertEquals(
        List.of("programs.gathered"), broker.taken().stream().map(StepEvent::name).toList());
  }

  @Test
  void secondCallOfTheNightIsHandedBack() {
    insert(BsonArray.parse("['a']").get(0));
    gathered();

    RunReply reply = runtime.call(function, RunRequest.of(GatherPrograms.NAME));

    assertEquals(RunReply.Outcome.HANDED_BACK, reply.outcome());
    assertEquals(1, pipeline().generation());
  }

  @Test
  void forceOpensANewGenerationWhenTheNightIsOver() {
    insert(BsonArray.parse("['a']").get(0));
    gathered();
    RunRequest force = new RunRequest(null, null, null, "force", null, null);
    AnalyticsException active =
        assertThrows(AnalyticsException.class, () -> runtime.call(function, force));
    mongo.pipelines().extracted(pipeline().id(), "a", 1);

    runtime.call(function, force);

    assertEquals(ErrorCode.PIPELINE_ACTIVE, active.code());
    assertEquals(2, pipeline().generation());
    assertEquals(4, broker.ids().stream().distinct().count());
  }

  @Test
  void wakeUpOfAForcedRunIsNotRefusedForThePipelineThatItOpened() {
    insert(BsonArray.parse("['a']").get(0));
    Run run = gathered();
    StepEvent wakeUp =
        new StepEvent(
            run.id() + "-wake-up",
            StepEvent.RUN_REQUESTED,
            "sweeper",
            mongo.clock().now(),
            null,
            new StepData(
                GatherPrograms.NAME,
                "sl-project",
                "*",
                DATE.toString(),
                run.pipeline(),
                run.generation(),
                "force",
                null,
                run.id(),
                null));

    RunReply reply = runtime.event(function, wakeUp);

    assertEquals(RunReply.Outcome.HANDED_BACK, reply.outcome());
    assertTrue(pipeline().isExtracting());
  }

  @Test
  void dryRunWritesNothing() {
    insert(BsonArray.parse("['a', null]").toArray(BsonValue[]::new));

    RunReply reply =
        runtime.call(function, new RunRequest(null, "2023-07-11", null, null, true, null));

    assertEquals(List.of("a"), reply.details().get("programs"));
    assertEquals(List.of(), mongo.runs().latest(new BsonDocument(), 9));
    assertTrue(mongo.pipelines().find(Area.PROJECTS.pipelineId(DATE)).isEmpty());
  }

  private Run gathered() {
    runtime.call(function, RunRequest.of(GatherPrograms.NAME));
    return mongo.runs().find(Requests.identity(GatherPrograms.NAME, "*")).orElseThrow();
  }

  private Pipeline pipeline() {
    return mongo.pipelines().find(Area.PROJECTS.pipelineId(DATE)).orElseThrow();
  }

  private List<String> rejects(Run run) {
    return mongo.rejects().list(run.id(), 10).stream().map(GatherProgramsTest::line).toList();
  }

  private static String line(Reject reject) {
    return reject.sourceId() + " " + reject.clazz() + " " + reject.code();
  }

  private void insert(BsonValue... programIds) {
    Stream.of(programIds)
        .forEach(
            programId ->
                projects.insertOne(
                    new BsonDocument(
                            "_id",
                            new org.bson.BsonString(String.valueOf(projects.countDocuments())))
                        .append("isAPrivateProgram", BsonBoolean.FALSE)
                        .append("isDeleted", BsonBoolean.FALSE)
                        .append("programId", programId)));
  }
}
