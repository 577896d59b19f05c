package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.mlanalytics.local.Await;

/**
 * The night of the sample documents in the suite, on real servers: run, repeated, forced, repaired.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProjectsNightIT {

  private static final String PROGRAM = "64a000000000000000000002";
  private static final int QUERIES = 50;

  private static Installation installation;
  private static FunctionsApi api;
  private static List<Map<String, Object>> golden;

  @BeforeAll
  static void up() throws IOException {
    golden = GoldenRows.of("/golden/projects/sample.rows.jsonl");
    installation = new Installation().withSamples();
    api = installation.suite().api();
  }

  @AfterAll
  static void down() throws IOException {
    if (installation != null) {
      installation.close();
    }
  }

  @Test
  @Order(1)
  void publishesTheGoldenRows() throws IOException {
    JsonNode pipeline = Installation.night(api, "failed-only");

    assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
    assertEquals(golden, installation.rows());
    assertEquals(golden.size(), Night.publication(pipeline).at("/counts/published").asInt());
    List<JsonNode> rejects = new Night(api, Installation.DATE).rejects(pipeline);
    assertEquals(1, rejects.size(), rejects.toString());
    assertEquals("excluded", rejects.get(0).path("clazz").asText());
    assertEquals("no-program", rejects.get(0).path("code").asText());
    assertEquals("64d000000000000000000007", rejects.get(0).path("sourceId").asText());
  }

  @Test
  @Order(2)
  void handsBackEveryRunOfARepeatedNight() throws IOException {
    JsonNode before = new Night(api, Installation.DATE).pipeline();
    List<String> tasks = installation.tasks();
    List<Map<String, Object>> segments = segments();

    for (JsonNode run : before.path("runs")) {
      JsonNode reply = api.run(requestOf(run, "failed-only")).body();
      assertEquals("HANDED_BACK", reply.path("outcome").asText(), reply.toPrettyString());
      assertEquals(run.path("id"), reply.at("/run/id"));
    }

    assertEquals(before.path("runs"), new Night(api, Installation.DATE).pipeline().path("runs"));
    assertEquals(tasks, installation.tasks());
    assertEquals(segments, segments());
  }

  @Test
  @Order(3)
  void refusesDuplicatesWhereTheRequestInsists() throws IOException {
    FunctionsApi.Answer answer = Installation.gather(api, "reject-duplicate");

    assertEquals(409, answer.status());
    assertEquals("MLA-2002", answer.body().path("code").asText());
  }

  @Test
  @Order(4)
  void replacesWithoutAGap() throws IOException {
    List<Map<String, Object>> segments = segments();
    Installation.gather(api, "force");
    List<Long> counts = new ArrayList<>();
    Night night = new Night(api, Installation.DATE);
    while (!Night.hasEnded(night.pipeline()) || counts.size() < QUERIES) {
      counts.add(installation.sql().number("SELECT COUNT(*) FROM \"sl-project\""));
    }

    assertTrue(Night.succeeded(night.pipeline()), night.pipeline().toPrettyString());
    assertEquals(List.of((long) golden.size()), counts.stream().distinct().toList());
    assertNotEquals(segments, segments());
    assertEquals(golden, installation.rows());
  }

  @Test
  @Order(5)
  void republishesExactlyTheChangeOfOneProgram() throws IOException {
    installation
        .projects()
        .updateOne(
            Filters.eq("_id", new ObjectId("64d000000000000000000006")),
            Updates.set("status", "inProgress"));

    JsonNode reply =
        api.run(Map.of("function", "extract-projects", "scope", PROGRAM, "policy", "force")).body();
    assertEquals("DONE", reply.path("outcome").asText(), reply.toPrettyString());
    JsonNode pipeline = new Night(api, Installation.DATE).await(Installation.LIMIT);

    assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
    List<Map<String, Object>> expected = new ArrayList<>();
    for (Map<String, Object> row : golden) {
      Map<String, Object> changed = new TreeMap<>(row);
      if (row.get("project_id").equals("64d000000000000000000006")) {
        changed.put("status_of_project", "inProgress");
        changed.remove("project_completed_date");
      }
      expected.add(changed);
    }
    expected.sort(Comparator.comparing(Object::toString));
    assertEquals(expected, installation.rows());
  }

  @Test
  @Order(6)
  void publishesAgainWhatChangedDuringAPublication() throws IOException {
    Night night = new Night(api, Installation.DATE);
    Installation.gather(api, "force");
    Await.until(
        "a publication under way",
        Installation.LIMIT,
        () -> Night.publication(night.pipeline()).path("state").asText().equals("SUBMITTED"));
    long generation = night.pipeline().path("generation").asLong();

    api.run(Map.of("function", "extract-projects", "scope", PROGRAM, "policy", "force"));
    JsonNode pipeline = night.await(Installation.LIMIT);

    assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
    assertEquals(generation + 1, pipeline.path("generation").asLong());
    assertEquals(generation + 1, Night.publication(pipeline).path("generation").asLong());
    assertEquals(golden.size(), installation.rows().size());
  }

  @Test
  @Order(7)
  void purgesOnRequestOnly() throws IOException {
    JsonNode reply = api.run(Map.of("function", "purge-projects")).body();
    String id = reply.at("/run/id").asText();
    Await.until(
        "the end of the purge",
        Installation.LIMIT,
        () -> api.get("/runs/" + id).body().path("state").asText().equals("SUCCEEDED"));

    assertEquals(List.of(), segments());
    JsonNode again = Installation.night(api, "force");
    assertTrue(Night.succeeded(again), again.toPrettyString());
  }

  private static Map<String, String> requestOf(JsonNode run, String policy) {
    Map<String, String> request = new TreeMap<>();
    request.put("function", run.path("function").asText());
    request.put("businessDate", run.path("businessDate").asText());
    request.put("scope", run.path("scope").asText());
    request.put("policy", policy);
    return request;
  }

  private static List<Map<String, Object>> segments() throws IOException {
    return installation
        .sql()
        .rows(
            "SELECT segment_id FROM sys.segments"
                + " WHERE datasource = 'sl-project' AND is_active = 1 ORDER BY 1");
  }
}
