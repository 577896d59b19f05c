package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.data.ProjectGenerator;

/** Servers that go away in the middle of a night: it completes by itself when they are back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutagesIT {

  private static final int PROJECTS = 60;
  private static final int PROGRAMS = 4;

  /** Bytes of a file that fit on the disk: less than an object has. */
  private static final int DISK = 1024;

  private Installation installation;
  private FaultyDruid druid;
  private FunctionProcess suite;
  private FunctionsApi api;
  private long projects;

  @BeforeAll
  void up() throws IOException {
    installation = new Installation();
    druid = new FaultyDruid(installation.servers().druidUrl());
    ProjectGenerator generator = new ProjectGenerator(11, PROJECTS, PROGRAMS);
    generator.insertInto(installation.projects());
    projects = generator.matchingProjects().values().stream().mapToInt(n -> n).sum();
    suite =
        installation.start(
            PackagedFunctions.SUITE,
            Map.of("DRUID_URL", druid.url(), "QUARKUS_REST_CLIENT_DRUID_READ_TIMEOUT", "1000"));
    api = suite.api();
  }

  @AfterAll
  void down() throws IOException {
    druid.close();
    installation.close();
  }

  static Stream<Arguments> faultsOfDruid() {
    return Stream.of(
        Arguments.of("too many requests", FaultyDruid.Fault.answering(429)),
        Arguments.of("lost replies", FaultyDruid.Fault.losingReplies()));
  }

  static Stream<Arguments> moreFaultsOfDruid() {
    return Stream.of(
        Arguments.of("internal error", FaultyDruid.Fault.answering(500)),
        Arguments.of("unavailable", FaultyDruid.Fault.answering(503)),
        Arguments.of("silence", FaultyDruid.Fault.silence()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("moreFaultsOfDruid")
  @Tag("slow")
  void aNightOutlastsMoreFaultsOfDruid(String name, FaultyDruid.Fault fault) throws IOException {
    aNightOutlastsDruidsFault(name, fault);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultsOfDruid")
  void aNightOutlastsDruidsFault(String name, FaultyDruid.Fault fault) throws IOException {
    int before = installation.tasks().size();
    druid.set(fault);
    Installation.gather(api, "force");
    Await.until("Druid was asked", Installation.LIMIT, () -> druid.faults() >= 2);
    druid.set(FaultyDruid.Fault.none());

    assertNightIsPublished();
    assertEquals(before + 1, installation.tasks().size(), installation.tasks().toString());
  }

  @Test
  void aNightOutlastsAMongoThatAnswersNothing() throws IOException {
    Installation.gather(api, "force");
    installation.servers().mongo().orElseThrow().suspend();
    Await.until("a while without Mongo", Installation.LIMIT, new Countdown(40));
    installation.servers().mongo().orElseThrow().resume();

    assertNightIsPublished();
  }

  @Test
  @Tag("soak")
  void aStepOfThreeMinutesIsNotTakenForADeadOne() throws IOException {
    Installation.gather(api, "force");
    installation.servers().mongo().orElseThrow().suspend();
    Instant end = Instant.now().plus(Duration.ofMinutes(3));
    Await.until("three minutes", Duration.ofMinutes(4), () -> Instant.now().isAfter(end));
    installation.servers().mongo().orElseThrow().resume();

    assertNightIsPublished();
  }

  @Test
  void aNightOutlastsARestartOfTheBroker() throws IOException {
    Installation.gather(api, "force");
    installation.servers().kafka().orElseThrow().restart();

    assertNightIsPublished();
  }

  @Test
  void aFullDiskIsToldAndOutlasted() throws IOException {
    try (FileSizeLimit limit = new FileSizeLimit(suite.process(), DISK)) {
      Installation.gather(api, "force");
      awaitStoreFault(installation);
    }

    assertNightIsPublished();
  }

  @Test
  void anUnusableObjectStoreIsToldAndOutlasted() throws IOException {
    try (Installation other = new Installation().withSamples()) {
      Path blocked = SharedServers.directory("blocked").resolve("objects");
      Files.writeString(blocked, "a file where the store should be");
      FunctionsApi suite =
          other
              .launch(PackagedFunctions.SUITE, Map.of("MLA_OBJECTS_DIRECTORY", blocked.toString()))
              .api();
      Await.until(
          "the suite is alive",
          Installation.LIMIT,
          () -> suite.get("/q/health/live").status() == 200);
      assertFalse(suite.isReady());
      Installation.gather(suite, "failed-only");
      awaitStoreFault(other);

      Files.delete(blocked);
      JsonNode pipeline = new Night(suite, Installation.DATE).await(Installation.LIMIT);

      assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
      assertEquals(GoldenRows.of("/golden/projects/sample.rows.jsonl"), other.rows());
    }
  }

  private static void awaitStoreFault(Installation where) {
    Await.until(
        "the fault in a history",
        Installation.LIMIT,
        () ->
            where
                    .ledger("runs")
                    .countDocuments(Document.parse("{'history.detail': {$regex: '^MLA-3002'}}"))
                > 0);
  }

  private void assertNightIsPublished() throws IOException {
    JsonNode pipeline = new Night(api, Installation.DATE).await(Installation.LIMIT);
    assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
    assertEquals(
        projects,
        installation
            .sql()
            .number("SELECT COUNT(*) FROM (SELECT DISTINCT project_id FROM \"sl-project\")"));
    assertEquals(
        Night.publication(pipeline).at("/counts/written").asLong(),
        installation.sql().number("SELECT COUNT(*) FROM \"sl-project\""));
  }
}
