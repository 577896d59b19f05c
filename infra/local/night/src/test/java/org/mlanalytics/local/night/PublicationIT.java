package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidTasks;

/**
 * What a publication does when objects, counts or dates are not what they should be. Nothing sweeps
 * but the test, so that each step of a publication can be looked at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicationIT {

  private static final LocalDate FIRST = LocalDate.parse("2023-07-11");
  private static final String PUBLISH = "publish-projects";

  private final List<Map<String, Object>> golden =
      GoldenRows.of("/golden/projects/sample.rows.jsonl");

  private Installation installation;
  private FunctionsApi api;
  private int nights;

  /** Date of the night that is published before each test. */
  private String d1;

  /** The date after it. */
  private String d2;

  PublicationIT() throws IOException {}

  @BeforeAll
  void up() throws IOException {
    installation = new Installation();
    api =
        installation
            .start(
                PackagedFunctions.SUITE,
                Map.of("MLA_SETTLE_PUBLICATIONS_EVERY", "off", "MLA_DRUID_VISIBLE_WITHIN", "5s"))
            .api();
  }

  @AfterAll
  void down() throws IOException {
    installation.close();
  }

  @BeforeEach
  void publishOnce() throws IOException {
    d1 = FIRST.plusDays(2L * nights).toString();
    d2 = FIRST.plusDays(2L * nights + 1).toString();
    nights++;
    installation.withSamples();
    gather(d1, "force");
    JsonNode publication = ended(d1);
    assertEquals("SUCCEEDED", publication.path("state").asText(), publication.toPrettyString());
    assertEquals(golden, installation.rows());
  }

  @Test
  void aMissingObjectIsToldBeforeAnythingIsSent() throws IOException {
    int tasks = installation.tasks().size();
    Files.delete(anObject());

    assertFails("MLA-3003", publish("force"));
    assertEquals(tasks, installation.tasks().size());
    assertEquals(golden, installation.rows());
  }

  @Test
  void aTruncatedObjectIsToldBeforeAnythingIsSent() throws IOException {
    int tasks = installation.tasks().size();
    Path object = anObject();
    byte[] bytes = Files.readAllBytes(object);
    Files.write(object, Arrays.copyOf(bytes, bytes.length - 1));

    assertFails("MLA-3004", publish("force"));
    assertEquals(tasks, installation.tasks().size());
    assertEquals(golden, installation.rows());
  }

  @Test
  void anObjectWithABadLineFailsTheTaskAndChangesNothing() throws IOException {
    Path object = anObject();
    byte[] bytes = Files.readAllBytes(object);
    bytes[bytes.length / 2] ^= 0x5A;
    Files.write(object, bytes);

    publish("force");
    assertFails("MLA-5005", ended(d1));
    assertEquals(golden, installation.rows());
  }

  @Test
  void rowsOfASecondWriterAreNoticedAndTheLastGoodPublicationIsRestored() throws IOException {
    publish("force");
    awaitTaskOf(d1);
    appendOneRow();

    assertFails("MLA-5007", ended(d1));
    Await.until(
        "the restoration",
        Installation.LIMIT,
        () -> {
          settle();
          return api.get("/runs?function=restore-publication")
              .body()
              .at("/0/state")
              .asText()
              .equals("SUCCEEDED");
        });
    assertEquals(golden, installation.rows());
  }

  @Test
  void aNightOfHalfTheRowsIsRefusedUnlessForced() throws IOException {
    installation
        .projects()
        .deleteMany(Filters.eq("programId", new ObjectId("64a000000000000000000001")));

    gather(d2, "failed-only");
    assertFails("MLA-5001", ended(d2));
    assertEquals(golden, installation.rows());

    publish(d2, "force");
    assertEquals("SUCCEEDED", ended(d2).path("state").asText());
    assertEquals(6, installation.rows().size());
  }

  @Test
  void anEmptySourcePublishesNothing() throws IOException {
    installation.projects().deleteMany(Filters.empty());

    JsonNode opened = gather(d2, "failed-only").body();

    assertEquals("SUCCEEDED", opened.at("/run/state").asText());
    assertEquals(0, new Night(api, d2).pipeline().path("expected").asInt());
    settle();
    assertTrue(Night.publication(new Night(api, d2).pipeline()).isMissingNode());
    assertEquals(golden, installation.rows());
  }

  @Test
  void anOlderNightDoesNotReplaceANewerOne() throws IOException {
    gather(d2, "failed-only");
    assertEquals("SUCCEEDED", ended(d2).path("state").asText());

    JsonNode late = publish(d1, "force").body().path("run");

    assertEquals("SKIPPED", late.path("state").asText(), late.toPrettyString());
    assertEquals(golden, installation.rows());
  }

  @Test
  void forceOnAnActiveRunIsRefusedAndACancelledOneGivesWay() throws IOException {
    JsonNode active = publish("force").body().path("run");
    assertEquals("SUBMITTED", active.path("state").asText(), active.toPrettyString());

    assertEquals(409, publish("force").status());
    assertEquals("MLA-2001", publish("force").body().path("code").asText());

    JsonNode cancelled =
        api.post("/runs/" + active.path("id").asText() + "/cancel", "application/json", "").body();
    assertEquals("CANCELLED", cancelled.path("state").asText());
    assertEquals("SUBMITTED", publish("force").body().at("/run/state").asText());
    assertEquals("SUCCEEDED", ended(d1).path("state").asText());
    assertEquals(golden, installation.rows());
  }

  @Test
  void twoSchedulersMakeOneNight() throws IOException {
    FunctionsApi other =
        installation
            .start(PackagedFunctions.SUITE, Map.of("MLA_SETTLE_PUBLICATIONS_EVERY", "off"))
            .api();
    List<CompletableFuture<JsonNode>> both =
        List.of(api, other).stream()
            .map(one -> CompletableFuture.supplyAsync(() -> opened(one)))
            .toList();

    Set<String> runs =
        both.stream().map(f -> f.join().at("/run/id").asText()).collect(Collectors.toSet());
    Set<String> outcomes =
        both.stream().map(f -> f.join().path("outcome").asText()).collect(Collectors.toSet());

    assertEquals(1, runs.size());
    assertEquals(2, outcomes.size(), outcomes.toString());
    assertTrue(outcomes.contains("DONE"), outcomes.toString());
    int tasks = installation.tasks().size();
    assertEquals("SUCCEEDED", ended(d2).path("state").asText());
    assertEquals(1, new Night(api, d2).pipeline().path("generation").asInt());
    assertTrue(installation.tasks().size() <= tasks + 1);
    assertEquals(golden, installation.rows());
  }

  @Test
  void aPurgeWaitsForThePublicationUnderWay() throws IOException {
    publish("force");
    JsonNode purge =
        api.run(Map.of("function", "purge-projects", "businessDate", d1)).body().path("run");
    assertEquals("CLAIMED", purge.path("state").asText(), purge.toPrettyString());

    assertEquals("SUCCEEDED", ended(d1).path("state").asText());
    Await.until(
        "the purge",
        Installation.LIMIT,
        () -> {
          settle();
          return api.get("/runs/" + purge.path("id").asText())
              .body()
              .path("state")
              .asText()
              .equals("SUCCEEDED");
        });
    assertEquals(
        0,
        new DruidTasks(installation.servers().druidUrl())
            .ofDatasource("sl-project").stream().filter(t -> t.state().equals("RUNNING")).count());
  }

  private FunctionsApi.Answer gather(String date, String policy) throws IOException {
    return api.run(Map.of("function", "gather-programs", "businessDate", date, "policy", policy));
  }

  private JsonNode opened(FunctionsApi one) {
    try {
      return one.run(Map.of("function", "gather-programs", "businessDate", d2)).body();
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private FunctionsApi.Answer publish(String policy) throws IOException {
    return publish(d1, policy);
  }

  private FunctionsApi.Answer publish(String date, String policy) throws IOException {
    return api.run(Map.of("function", PUBLISH, "businessDate", date, "policy", policy));
  }

  private void settle() throws IOException {
    api.run(Map.of("function", "settle-publications"));
  }

  /** Sweeps until the publication of a date has ended. */
  private JsonNode ended(String date) {
    Night night = new Night(api, date);
    Await.until(
        "the end of the publication of " + date,
        Installation.LIMIT,
        () -> {
          settle();
          return Night.hasEnded(night.pipeline());
        });
    try {
      return Night.publication(night.pipeline());
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private void awaitTaskOf(String date) throws IOException {
    String task = Night.publication(new Night(api, date).pipeline()).at("/druid/taskId").asText();
    assertEquals(
        "SUCCESS",
        new DruidTasks(installation.servers().druidUrl()).awaitEnd(task, Installation.LIMIT));
  }

  private Path anObject() throws IOException {
    String key =
        api.get("/runs?function=extract-projects&businessDate=" + d1)
            .body()
            .at("/0/objects/0/key")
            .asText();
    return installation.servers().objectStore().resolve(key);
  }

  private void appendOneRow() throws IOException {
    DruidTasks tasks = new DruidTasks(installation.servers().druidUrl());
    String id =
        tasks.submit(
            """
            {"type":"index_parallel","spec":{
              "dataSchema":{"dataSource":"sl-project",
                "timestampSpec":{"column":"t","format":"iso"},
                "dimensionsSpec":{"dimensions":["project_id"]},
                "granularitySpec":{"type":"uniform","segmentGranularity":"ALL","queryGranularity":"DAY","rollup":false}},
              "ioConfig":{"type":"index_parallel","appendToExisting":true,
                "inputSource":{"type":"inline","data":"{\\"t\\":\\"2023-07-11T00:00:00Z\\",\\"project_id\\":\\"stranger\\"}"},
                "inputFormat":{"type":"json"}},
              "tuningConfig":{"type":"index_parallel","partitionsSpec":{"type":"dynamic"}}}}
            """);
    assertEquals("SUCCESS", tasks.awaitEnd(id, Installation.LIMIT));
    Await.until(
        "the stranger's row",
        Installation.LIMIT,
        () -> installation.rows().size() == golden.size() + 1);
  }

  private static void assertFails(String code, FunctionsApi.Answer answer) {
    assertFails(code, answer.body().path("run"));
  }

  private static void assertFails(String code, JsonNode run) {
    assertEquals("FAILED", run.path("state").asText(), run.toPrettyString());
    assertEquals(code, run.at("/error/code").asText(), run.toPrettyString());
  }
}
