package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidNode;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.MongoNode;

/** Servers whose process dies in the middle of a night and is there again some time later. */
@Tag("slow")
@Tag("nightly")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadServersIT {

  private static final Duration DRUID_AWAY = Duration.ofMinutes(1);
  private static final Duration MONGO_AWAY = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final List<Map<String, Object>> golden =
      GoldenRows.of("/golden/projects/sample.rows.jsonl");

  private LocalServers servers;
  private Installation installation;
  private FunctionsApi api;

  DeadServersIT() throws IOException {}

  @BeforeAll
  void up() throws IOException {
    servers =
        LocalServers.builder()
            .withAll()
            .persistent(true)
            .dataDir(SharedServers.directory("mortal"))
            .environment(Map.of())
            .start();
    installation = new Installation(servers).withSamples();
    api =
        installation
            .start(
                PackagedFunctions.SUITE,
                Map.of("MLA_DRUID_RESEND_AFTER", "2s", "MLA_DRUID_VISIBLE_WITHIN", "90s"))
            .api();
    assertTrue(Night.succeeded(Installation.night(api, "force")));
  }

  @AfterAll
  void down() throws IOException {
    installation.close();
    servers.close();
  }

  @Test
  void aNightOutlastsADruidThatDiesBeforeItHasTheTask() throws IOException {
    DruidNode druid = servers.druid().orElseThrow();
    int tasks = installation.tasks().size();
    druid.kill();
    Installation.gather(api, "force");
    awayFor(DRUID_AWAY);
    druid.start();
    druid.awaitReady();

    assertPublished();
    assertEquals(tasks + 1, installation.tasks().size(), installation.tasks().toString());
  }

  @Test
  void aNightEndsWithDruidsWordsOrWellWhenDruidDiesWithTheTask() throws IOException {
    DruidNode druid = servers.druid().orElseThrow();
    int tasks = installation.tasks().size();
    Installation.gather(api, "force");
    awaitState("SUBMITTED");
    druid.kill();
    druid.start();
    druid.awaitReady();

    JsonNode pipeline = ended();
    JsonNode publication = Night.publication(pipeline);
    assertTrue(
        Night.succeeded(pipeline) || publication.at("/error/code").asText().equals("MLA-5005"),
        pipeline.toPrettyString());
    Await.until("the rows", LIMIT, () -> golden.equals(installation.rows()));
    assertEquals(tasks + 1, installation.tasks().size(), installation.tasks().toString());
  }

  @Test
  void aTaskThatDruidHasForgottenIsSentAgain() throws IOException {
    DruidNode druid = servers.druid().orElseThrow();
    Installation.gather(api, "force");
    awaitState("SUBMITTED");
    druid.kill();
    forgetEverything();
    druid.start();
    druid.awaitReady();

    assertPublished();
    JsonNode publication = Night.publication(new Night(api, Installation.DATE).pipeline());
    assertEquals(2, publication.at("/druid/sends").asInt(), publication.toPrettyString());
    assertEquals(
        List.of(publication.at("/druid/taskId").asText()),
        installation.tasks(),
        "one task, in a Druid that knows no other");
  }

  @Test
  void aNightOutlastsALedgerThatDiesUnderAnExtraction() throws IOException {
    MongoNode mongo = servers.mongo().orElseThrow();
    Installation.gather(api, "force");
    mongo.kill();
    FunctionsApi.Answer refused = Installation.gather(api, "failed-only");
    awayFor(MONGO_AWAY);
    mongo.start();
    mongo.awaitReady();

    assertEquals(503, refused.status(), refused.toString());
    assertPublished();
  }

  private void assertPublished() throws IOException {
    JsonNode pipeline = ended();
    assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
    assertEquals(golden, installation.rows());
  }

  private JsonNode ended() {
    return new Night(api, Installation.DATE).await(LIMIT);
  }

  private void awaitState(String state) {
    Night night = new Night(api, Installation.DATE);
    Await.until(
        state,
        LIMIT,
        () -> Night.publication(night.pipeline()).path("state").asText().equals(state));
  }

  private static void awayFor(Duration time) {
    Instant end = Instant.now().plus(time);
    Await.until("the end of the outage", LIMIT, () -> Instant.now().isAfter(end));
  }

  /** Tasks and segments of Druid, as if its metadata store and deep storage were new. */
  private void forgetEverything() throws IOException {
    Path data = servers.objectStore().resolveSibling("druid");
    Path ports = data.resolve("ports.properties");
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!ports.startsWith(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
