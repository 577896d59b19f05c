package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.data.SampleSubmissions;

/** From submissions on topics to rows in Druid, in the suite, on real servers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StreamsIT {

  private static final String SURVEY = "sl-survey";
  private static final Map<String, String> DATASETS =
      new TreeMap<>(
          Map.of(
              "sl-observation",
              "observation-questions",
              "sl-observation-evidence",
              "observation-evidence",
              SURVEY,
              "survey-questions",
              "sl-survey-evidence",
              "survey-evidence"));

  private static Installation installation;
  private static DruidSupervisors druid;
  private static FunctionsApi api;

  @BeforeAll
  static void up() throws IOException {
    installation = new Installation().withSamples().withStreamTopics();
    druid = new DruidSupervisors(installation.servers().druidUrl());
    api =
        installation
            .start(
                PackagedFunctions.SUITE,
                Map.of("MLA_STREAM_ENABLED", "true", "MLA_APPLY_SUPERVISORS_PERIOD", "1s"))
            .api();
  }

  @AfterAll
  static void down() throws IOException {
    if (installation != null) {
      installation.close();
      druid.remove();
    }
  }

  static Stream<Map.Entry<String, String>> datasets() {
    return DATASETS.entrySet().stream();
  }

  @Test
  @Order(1)
  void aDryRunSaysWhatIsMissingAndSendsNothing() throws IOException {
    assertEquals(changes("CREATED"), apply(api, true));
    assertEquals(List.of(), druid.names());
    for (JsonNode supervisor : api.get("/supervisors").body()) {
      assertEquals("ABSENT", supervisor.path("state").asText(), supervisor::toString);
    }
  }

  @ParameterizedTest
  @Order(1)
  @ValueSource(strings = {"/supervisors/sl-survey/suspend", "/supervisors/sl-project/resume"})
  void oneThatIsNotThereIsNotFound(String path) throws IOException {
    FunctionsApi.Answer answer = api.post(path, "application/json", "");
    assertEquals(404, answer.status());
    assertEquals("MLA-1007", answer.body().path("code").asText());
  }

  @Test
  @Order(2)
  void supervisorsAppliedTwiceAreSentOnce() throws IOException {
    assertEquals(changes("CREATED"), apply(api, false));
    assertEquals(changes("UNCHANGED"), apply(api, false));
    assertEquals(DATASETS.keySet(), new HashSet<>(druid.names()));
    for (String dataset : DATASETS.keySet()) {
      assertEquals(1, druid.versions(dataset), dataset);
      assertEquals(
          "read_committed",
          druid
              .of(dataset)
              .at("/spec/ioConfig/consumerProperties")
              .path("isolation.level")
              .asText());
      assertTrue(supervisor(dataset).path("upToDate").asBoolean(), dataset);
    }
    installation.submissions().sendAll();
  }

  @ParameterizedTest
  @Order(3)
  @MethodSource("datasets")
  void druidShowsTheGoldenRows(Map.Entry<String, String> dataset) throws IOException {
    List<Map<String, Object>> golden = StreamRows.of(dataset.getValue());
    awaitRows(dataset.getKey(), golden.size());
    assertEquals(golden, installation.rows(dataset.getKey()));
  }

  @Test
  @Order(4)
  void theMeasureSumsRight() throws IOException {
    double expected =
        StreamRows.of("survey-questions").stream()
            .mapToDouble(row -> (double) row.getOrDefault(StreamRows.METRIC, 0.0))
            .sum();
    assertTrue(expected > 0);
    assertEquals(
        expected,
        ((Number)
                installation
                    .sql()
                    .rows("SELECT SUM(question_response_number) AS n FROM \"sl-survey\"")
                    .get(0)
                    .get("n"))
            .doubleValue());
  }

  @Test
  @Order(5)
  void aSuspendedOneFallsBehindAndCatchesUp() throws IOException {
    long before = rows(SURVEY);
    for (String dataset : DATASETS.keySet()) {
      awaitLag(dataset, 0);
    }
    assertTrue(told(SURVEY, "suspend").path("suspended").asBoolean());
    assertTrue(told(SURVEY, "suspend").path("suspended").asBoolean(), "twice is once");
    Await.until(
        "the end of its task",
        Installation.LIMIT,
        () -> {
          JsonNode suspended = supervisor(SURVEY);
          return suspended.path("tasks").asInt() == 0
              && suspended.path("state").asText().equals("SUSPENDED");
        });
    installation.submissions().send("survey", another("64f500000000000000000001"));
    Await.until(
        "a lag", Installation.LIMIT, () -> supervisor(SURVEY).path("lag").asLong() >= before);
    assertEquals(before, rows(SURVEY));

    assertFalse(told(SURVEY, "resume").path("suspended").asBoolean());
    awaitRows(SURVEY, 2 * before);
    awaitLag(SURVEY, 0);
  }

  @Test
  @Order(6)
  void whatSomebodyElseHasChangedIsPutRightAndASuspendedOneStaysSo() throws IOException {
    told(SURVEY, "suspend");
    druid.changeTaskDuration(SURVEY, "PT7200S");
    int versions = druid.versions(SURVEY);
    Map<String, String> changes = changes("UNCHANGED");
    changes.put(SURVEY, "CHANGED");
    assertEquals(changes, apply(api, true));
    assertFalse(supervisor(SURVEY).path("upToDate").asBoolean());
    assertEquals(versions, druid.versions(SURVEY), "a dry run sends nothing");

    assertEquals(changes, apply(api, false));
    assertEquals(changes("UNCHANGED"), apply(api, true));
    assertEquals(versions + 1, druid.versions(SURVEY));
    assertEquals(1, druid.versions("sl-survey-evidence"));
    assertTrue(supervisor(SURVEY).path("suspended").asBoolean());
    told(SURVEY, "resume");
    awaitRows(SURVEY, 2L * StreamRows.of("survey-questions").size());
  }

  private static Map<String, String> apply(FunctionsApi asked, boolean dryRun) throws IOException {
    FunctionsApi.Answer answer =
        asked.run(Map.of("function", "apply-supervisors", "dryRun", dryRun));
    assertEquals(200, answer.status(), answer::toString);
    Map<String, String> changes = new TreeMap<>();
    answer
        .body()
        .path("details")
        .fields()
        .forEachRemaining(
            dataset -> {
              JsonNode applied = dataset.getValue();
              String change = applied.path("change").asText();
              assertEquals(change.equals("CHANGED"), !applied.path("differences").isEmpty());
              changes.put(dataset.getKey(), change);
            });
    return changes;
  }

  private static Map<String, String> changes(String change) {
    Map<String, String> changes = new TreeMap<>();
    DATASETS.keySet().forEach(dataset -> changes.put(dataset, change));
    return changes;
  }

  private static JsonNode supervisor(String dataset) throws IOException {
    return api.get("/supervisors/" + dataset).body();
  }

  private static JsonNode told(String dataset, String what) throws IOException {
    FunctionsApi.Answer answer =
        api.post("/supervisors/" + dataset + '/' + what, "application/json", "");
    assertEquals(200, answer.status(), answer::toString);
    return answer.body();
  }

  private static void awaitLag(String dataset, long lag) {
    Await.until(
        dataset + " with a lag of " + lag,
        Installation.LIMIT,
        () -> {
          JsonNode supervisor = supervisor(dataset);
          return supervisor.has("lag") && supervisor.path("lag").asLong() == lag;
        });
  }

  private static void awaitRows(String dataset, long count) {
    Await.until(count + " rows of " + dataset, Installation.LIMIT, () -> rows(dataset) >= count);
    assertEquals(count, count(dataset));
  }

  private static long count(String dataset) {
    try {
      return rows(dataset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long rows(String dataset) throws IOException {
    return installation.sql().number("SELECT COUNT(*) FROM \"" + dataset + '"');
  }

  /** The completed survey under another id. */
  private static String another(String id) throws IOException {
    return SampleSubmissions.json("survey", "completed").replace(id, "64f5000000000000000000ff");
  }
}
