package org.mlanalytics.batch.extractprojects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mlanalytics.runtime.testing.TestLedger.DATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepData;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.function.Extraction;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.TestRuntime;
import org.mlanalytics.runtime.object.LocalObjectStore;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.source.TestSource;
import org.mlanalytics.runtime.testing.RecordedEvents;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestLedger;

class ExtractProjectsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIRST = "64a000000000000000000001";

  @RegisterExtension final TestLedger mongo = new TestLedger();
  @TempDir private Path directory;

  private final RecordedEvents broker = new RecordedEvents();
  private MongoCollection<BsonDocument> projects;
  private ObjectStore store;
  private TestRuntime runtime;
  private ExtractProjects function;

  @BeforeEach
  void open() {
    projects =
        mongo
            .client()
            .getDatabase(mongo.sourceDatabase())
            .getCollection("projects", BsonDocument.class);
    store = new LocalObjectStore(directory);
    runtime = new TestRuntime(mongo.runs(), broker);
    function = function(TestRuntime.extraction(store, mongo.rejects()));
  }

  @ParameterizedTest
  @CsvSource({"64a000000000000000000001, 3, 12", "64a000000000000000000002, 2, 6"})
  void extractionOfAProgramGivesItsGoldenRows(String program, long read, long rows)
      throws IOException {
    sample().forEach(project -> projects.insertOne(project.asDocument()));
    opened(program, "other");

    RunReply reply = runtime.event(function, gathered(program, 1));

    assertEquals(RunReply.Outcome.DONE, reply.outcome());
    Run run = run(program);
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(new Counts(read, 0, 0, 0, rows, 0), run.counts());
    assertEquals(
        lines(resource("/golden/" + program + ".rows.jsonl")), lines(landed(run.objects().get(0))));
  }

  private ExtractProjects function(Extraction extraction) {
    return new ExtractProjects(
        TestSource.of(mongo.client(), mongo.sourceDatabase()),
        extraction,
        mongo.pipelines(),
        TestRuntime.claims(mongo.pipelines(), mongo.clock()),
        TestRuntime.scopes(extraction, mongo.pipelines(), mongo.clock()),
        runtime.calls(),
        TestRuntime.config());
  }

  @Test
  void extractedScopeLeavesThePipelineAndIsAnnounced() throws IOException {
    sample().forEach(project -> projects.insertOne(project.asDocument()));
    opened(FIRST);

    runtime.event(function, gathered(FIRST, 1));

    assertTrue(pipeline().isDue());
    StepEvent event = broker.taken().get(0);
    assertEquals("projects.extracted", event.name());
    assertEquals(FIRST, event.data().scope());
    assertEquals(1, event.data().generation());
    assertEquals(12, event.data().rows());
  }

  @Test
  void sameEventOnceMoreChangesNothing() throws IOException {
    sample().forEach(project -> projects.insertOne(project.asDocument()));
    opened(FIRST);
    runtime.event(function, gathered(FIRST, 1));
    Run before = run(FIRST);

    RunReply reply = runtime.event(function, gathered(FIRST, 1));

    assertEquals(RunReply.Outcome.HANDED_BACK, reply.outcome());
    assertEquals(before, run(FIRST));
    assertEquals(1, broker.taken().size());
  }

  @Test
  void runThatWasLandedIsEndedWithoutLandingAgain() {
    opened("a");
    RunHandle crashed = Requests.own(mongo.runs(), Requests.event(identity("a"), 1));
    LandedObject object = new LandedObject("landed.json.gz", 7, 70, "digest");
    Counts counts = new Counts(5, 0, 0, 0, 7, 0);
    crashed.extracted(counts, List.of(object), "7 rows");
    mongo.time().advance(TestLedger.LEASE);

    runtime.event(function, gathered("a", 1));

    Run run = run("a");
    assertEquals(RunState.SUCCEEDED, run.state());
    assertEquals(List.of(object), run.objects());
    assertEquals(counts, run.counts());
    assertTrue(pipeline().isDue());
    assertEquals(7, broker.taken().get(0).data().rows());
  }

  @Test
  void runThatWasExtractingStartsAgainUnderAnotherName() throws IOException {
    sample().forEach(project -> projects.insertOne(project.asDocument()));
    opened(FIRST);
    RunHandle crashed = Requests.own(mongo.runs(), Requests.event(identity(FIRST), 1));
    mongo.time().advance(TestLedger.LEASE);

    runtime.event(function, gathered(FIRST, 1));

    assertEquals(12, run(FIRST).counts().written());
    assertFalse(run(FIRST).objects().get(0).key().startsWith(crashed.objectFolder()));
  }

  @Test
  void programWithoutProjectsAnyMoreLandsNothing() throws IOException {
    opened("a");

    runtime.event(function, gathered("a", 1));

    assertEquals(Counts.NONE, run("a").counts());
    assertEquals(List.of(), landed(run("a").objects().get(0)));
    assertTrue(pipeline().isDue());
  }

  @Test
  void malformedProjectIsPutAsideAndTheOthersAreLanded() throws IOException {
    sample().forEach(project -> projects.insertOne(project.asDocument()));
    BsonDocument broken = sample().get(0).asDocument();
    broken.put("_id", new BsonString("broken"));
    broken.put("tasks", new BsonString("no list"));
    projects.insertOne(broken);
    opened(FIRST);

    runtime.event(function, gathered(FIRST, 1));

    Run run = run(FIRST);
    assertEquals(new Counts(4, 0, 0, 1, 12, 0), run.counts());
    assertEquals(
        List.of("broken malformed wrong-type:tasks"),
        mongo.rejects().list(run.id(), 10).stream()
            .map(r -> r.sourceId() + " " + r.clazz() + " " + r.code())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "6 | 2 3",
        "6.0 | 4",
        "6.00 | 5",
        "007 | 6",
        "NaN | 7",
        "64a0000000000000000000ff | 8 9",
        "2023-07-11T00:00:00.000Z | 10",
        "9007199254740993 | 11"
      })
  void programIsFoundByItsTextWhateverTypeItIsStoredAs(String scope, String ids) {
    String[] programIds = {
      "null",
      "'6'",
      "6",
      "{$numberDouble: '6.0'}",
      "{$numberDecimal: '6.00'}",
      "'007'",
      "{$numberDouble: 'NaN'}",
      "'64a0000000000000000000ff'",
      "{$oid: '64a0000000000000000000ff'}",
      "{$date: '2023-07-11T00:00:00Z'}",
      "{$numberLong: '9007199254740993'}",
      "{$numberLong: '9007199254740992'}"
    };
    for (int i = 0; i < programIds.length; i++) {
      projects.insertOne(
          BsonDocument.parse(
              "{_id: '%d', isAPrivateProgram: false, isDeleted: false, programId: %s}"
                  .formatted(i + 1, programIds[i])));
    }
    opened(scope);

    runtime.event(function, gathered(scope, 1));

    Run run = run(scope);
    assertEquals(
        List.of(ids.split(" ")),
        mongo.rejects().list(run.id(), 20).stream()
            .map(r -> Integer.valueOf(r.sourceId()))
            .sorted()
            .map(String::valueOf)
            .toList());
  }

  @Test
  void repairByAPersonOpensANewGeneration() throws IOException {
    sample().forEach(project -> projects.insertOne(project.asDocument()));
    opened(FIRST);
    runtime.event(function, gathered(FIRST, 1));

    runtime.call(function, new RunRequest(null, null, FIRST, "force", null, "operator"));

    assertEquals(2, run(FIRST).attempt());
    assertEquals(2, run(FIRST).generation());
    assertEquals(2, pipeline().generation());
    assertTrue(pipeline().isDue());
    assertEquals(2, broker.ids().stream().distinct().count());
  }

  @Test
  void failureMovesTheScopeToTheFailedOnes() {
    opened("a");
    store = null;
    ExtractProjects broken = function(TestRuntime.extraction(null, mongo.rejects()));

    runtime.event(broken, gathered("a", 1));

    assertEquals(RunState.FAILED, run("a").state());
    assertEquals(ErrorCode.UNEXPECTED.code(), run("a").error().code());
    assertEquals(List.of("a"), pipeline().failed());
    assertEquals(List.of(), pipeline().pending());
  }

  @Test
  void storeThatIsAwayLeavesTheRunForTheNextTry() throws IOException {
    opened("a");
    java.nio.file.Files.createFile(directory.resolve("sl-project"));

    AnalyticsException away =
        assertThrows(AnalyticsException.class, () -> runtime.event(function, gathered("a", 1)));
    java.nio.file.Files.delete(directory.resolve("sl-project"));
    runtime.event(function, gathered("a", 1));

    assertEquals(ErrorCode.STORE_UNAVAILABLE, away.code());
    assertEquals(RunState.SUCCEEDED, run("a").state());
    assertEquals(1, run("a").attempt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "64a0000000000000000000ee"})
  void unknownProgramIsRefused(String scope) {
    opened("a");

    AnalyticsException refused =
        assertThrows(
            AnalyticsException.class,
            () -> runtime.call(function, new RunRequest(null, null, scope, null, null, null)));

    assertEquals(ErrorCode.UNKNOWN_SCOPE, refused.code());
  }

  @Test
  void dryRunCountsAndWritesNothing() throws IOException {
    sample().forEach(project -> projects.insertOne(project.asDocument()));
    opened(FIRST);

    RunReply reply = runtime.call(function, new RunRequest(null, null, FIRST, null, true, null));

    assertEquals(new Counts(3, 0, 0, 0, 12, 0), reply.details().get("counts"));
    assertTrue(mongo.runs().find(identity(FIRST)).isEmpty());
    assertEquals(List.of(), store.list(""));
  }

  private void opened(String... programs) {
    RunHandle opener =
        Requests.own(mongo.runs(), Requests.event(Requests.identity("gather-programs", "*"), 0));
    mongo.pipelines().open(Area.PROJECTS, opener.run(), List.of(programs));
    opener.succeed(Counts.NONE, List.of(), "opened");
  }

  private StepEvent gathered(String program, long generation) {
    return new StepEvent(
        "event-" + program,
        "program.gathered",
        "gather-programs",
        mongo.time().instant(),
        null,
        new StepData(
            null,
            "sl-project",
            program,
            DATE.toString(),
            Area.PROJECTS.pipelineId(DATE),
            generation,
            "failed-only",
            null,
            "gather",
            null));
  }

  private static RunIdentity identity(String program) {
    return Requests.identity(ExtractProjects.NAME, program);
  }

  private Run run(String program) {
    return mongo.runs().find(identity(program)).orElseThrow();
  }

  private Pipeline pipeline() {
    return mongo.pipelines().find(Area.PROJECTS.pipelineId(DATE)).orElseThrow();
  }

  private List<String> landed(LandedObject object) throws IOException {
    try (InputStream in = new GZIPInputStream(store.open(object.key()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static BsonArray sample() {
    return BsonArray.parse(String.join("\n", resource("/golden/projects.json")));
  }

  private static List<String> resource(String name) {
    try (InputStream in = ExtractProjectsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  // A null is a missing key; rows have no order.
  private static List<String> lines(List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String row : rows) {
      List<String> fields = new ArrayList<>();
      for (var field : JSON.readTree(row).properties()) {
        JsonNode value = field.getValue();
        if (!value.isNull()) {
          fields.add(field.getKey() + "=" + value);
        }
      }
      lines.add(fields.stream().sorted().toList().toString());
    }
    return lines.stream().sorted().toList();
  }
}
