package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidHttp;

/** A night of all areas in the suite, on real servers, and the same once more for another date. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeNightIT {

  static final Map<String, String> OPENERS =
      Map.of(
          "projects", "gather-programs",
          "observations", "observation-status",
          "surveys", "survey-status");

  private static final List<String> SNAPSHOTS =
      List.of(
          "ml-project-status",
          "ml-project-programLevel-status",
          "ml-obs-status",
          "ml-obs-domain",
          "ml-obs-domain-criteria",
          "ml-surveydistinctCount-status");

  /** Datasources, and the files that hold their rows. */
  static final Map<String, String> GOLDEN =
      Map.of(
          "sl-project", "projects/sample",
          "sl-observation-status", "observations/sample",
          "ml-survey-status", "surveys/sample",
          "ml-project-status", "snapshots/ml-project-status",
          "ml-project-programLevel-status", "snapshots/ml-project-programLevel-status",
          "ml-obs-status", "snapshots/ml-obs-status",
          "ml-obs-domain", "snapshots/ml-obs-domain",
          "ml-obs-domain-criteria", "snapshots/ml-obs-domain-criteria",
          "ml-surveydistinctCount-status", "snapshots/ml-surveydistinctCount-status");

  private static TraceCollector collector;
  private static Installation installation;
  private static FunctionsApi api;

  @BeforeAll
  static void up() throws IOException {
    collector = new TraceCollector();
    installation = new Installation().withSamples();
    api = installation.start(PackagedFunctions.SUITE, collector.settings()).api();
    night(Installation.DATE, "failed-only");
  }

  @AfterAll
  static void down() throws IOException {
    if (installation != null) {
      installation.close();
    }
    collector.close();
  }

  static Stream<Arguments> golden() {
    return GOLDEN.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @Order(1)
  @MethodSource("golden")
  void publishesTheGoldenRows(String datasource, String golden) throws IOException {
    assertEquals(GoldenRows.of("/golden/" + golden + ".rows.jsonl"), installation.rows(datasource));
  }

  @Test
  @Order(1)
  void aCollectorIsToldEachNightAsOneTrace() {
    Await.until(
        "a span of each publication",
        Installation.LIMIT,
        () -> collector.named("druid ").size() == GOLDEN.size());
    Set<ByteString> nights = traces("POST /runs");
    assertEquals(OPENERS.size(), nights.size());
    assertEquals(nights, traces("druid "));
    assertEquals(nights, traces("run "));
  }

  private static Set<ByteString> traces(String prefix) {
    return collector.named(prefix).stream().map(Span::getTraceId).collect(Collectors.toSet());
  }

  @Test
  @Order(2)
  void putsAsideWhatBelongsToNoSolution() throws IOException {
    Night night = new Night(api, "observations", Installation.DATE);
    List<JsonNode> rejects = night.rejects(night.pipeline());
    assertEquals(
        List.of("excluded unknown-solution 64f000000000000000000007"),
        rejects.stream()
            .map(
                r ->
                    r.path("clazz").asText()
                        + " "
                        + r.path("code").asText()
                        + " "
                        + r.path("sourceId").asText())
            .toList());
  }

  @Test
  @Order(2)
  void aRepeatedNightIsHandedBackAndAForcedOneGivesTheSameRows() throws IOException {
    Map<String, List<String>> tasks = tasks();
    night(Installation.DATE, "failed-only");
    assertEquals(tasks, tasks());

    night(Installation.DATE, "force");
    for (Map.Entry<String, String> golden : GOLDEN.entrySet()) {
      publishesTheGoldenRows(golden.getKey(), golden.getValue());
      assertEquals(2, tasks().get(golden.getKey()).size(), golden.getKey());
    }
    for (Document run : installation.ledger("runs").find()) {
      assertEquals("SUCCEEDED", run.getString("state"), run.toJson());
      assertEquals(2, run.getInteger("attempt"), run.toJson());
    }
  }

  private static Map<String, List<String>> tasks() throws IOException {
    Map<String, List<String>> tasks = new TreeMap<>();
    for (String datasource : GOLDEN.keySet()) {
      tasks.put(datasource, installation.tasks(datasource));
    }
    return tasks;
  }

  @Test
  @Order(3)
  void dashboardsGroupAndFilter() throws IOException {
    assertEquals(
        List.of("Karvana 3"),
        sums(
            "ml-project-status",
            "state_name",
            "unique_projects",
            "status_of_project",
            "submitted"));
    assertEquals(
        List.of("Climate 1", "Learning 3", "Safety 3"),
        sums("ml-obs-domain", "domain_name", "unique_submissions", "private_program", "false"));
    assertEquals(
        List.of("observation_with_rubric 3"),
        sums("ml-obs-status", "solution_type", "unique_users", "status", "completed"));
    assertEquals(
        List.of("Nadipur 10"),
        sums(
            "ml-obs-domain-criteria",
            "district_name",
            "unique_submissions",
            "solution_type",
            "observation_with_rubric"));
    assertEquals(
        List.of("Nadipur 4"),
        sums(
            "ml-surveydistinctCount-status",
            "district_name",
            "unique_users",
            "state_name",
            "Karvana"));
    assertEquals(
        List.of("School Improvement 2023 1", "Teacher SupportPilot 1"),
        sums(
            "ml-project-programLevel-status",
            "program_name",
            "no_of_imp_with_evidence_inprogress",
            "state_name",
            "Karvana"));
    JsonNode distinct =
        query(
            """
            {"queryType": "timeseries", "dataSource": "ml-survey-status", "granularity": "all",
             "intervals": ["2000/2100"], "aggregations": [
              {"type": "cardinality", "name": "solutions", "fields": ["solution_id"], "round": true},
              {"type": "cardinality", "name": "users", "fields": ["user_id"], "round": true}]}
            """);
    assertEquals(2, distinct.at("/0/result/solutions").asInt());
    assertEquals(3, distinct.at("/0/result/users").asInt());
  }

  @Test
  @Order(4)
  void aDateThatIsRepeatedLateLeavesTheNextOneAlone() throws IOException {
    String next = LocalDate.parse(Installation.DATE).plusDays(1).toString();
    List<Map<String, Object>> before = snapshots();
    night(next, "failed-only");
    List<Map<String, Object>> both = snapshots();
    assertEquals(2 * before.size(), both.size());

    for (String area : OPENERS.keySet()) {
      for (JsonNode step :
          new Night(api, area, Installation.DATE).pipeline().path("publications")) {
        if (SNAPSHOTS.contains(step.path("dataset").asText())) {
          force(step.path("function").asText());
        }
      }
    }
    for (String area : OPENERS.keySet()) {
      JsonNode again = new Night(api, area, Installation.DATE).await(Installation.LIMIT);
      for (JsonNode step : again.path("publications")) {
        if (SNAPSHOTS.contains(step.path("dataset").asText())) {
          assertEquals(3, attempt(again, step.path("function").asText()), again.toPrettyString());
        }
      }
    }
    assertEquals(both, snapshots());
  }

  @Test
  @Order(5)
  void aDateBeforeTheFirstOneIsRefused() throws IOException {
    FunctionsApi.Answer opened =
        api.run(Map.of("function", "survey-status", "businessDate", "2001-01-01"));
    assertEquals(200, opened.status());
    new Night(api, "surveys", "2001-01-01").awaitPublication(Installation.LIMIT);
    FunctionsApi.Answer refused =
        api.run(Map.of("function", "survey-snapshot", "businessDate", "2001-01-01"));
    assertEquals(400, refused.status());
    assertEquals("MLA-1012", refused.body().path("code").asText());
  }

  @Test
  @Order(6)
  void twoProcessesThatStartTooLateForTheirScheduleBeginOneNight() throws IOException {
    String today = LocalDate.now(ZoneId.of("Asia/Kolkata")).toString();
    Map<String, String> schedule = Map.of("MLA_SURVEY_STATUS_CRON", "0 0 0 * * ?");
    installation.launch(PackagedFunctions.SUITE, schedule);
    installation.launch(PackagedFunctions.SUITE, schedule);
    Night night = new Night(api, "surveys", today);
    Await.until(
        "a night that nobody asked for",
        Installation.LIMIT,
        () -> night.pipeline().has("expected"));

    JsonNode pipeline = night.await(Installation.LIMIT);
    installation.awaitReady();

    assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
    assertEquals(1, pipeline.path("generation").asInt());
    assertEquals(4, pipeline.path("runs").size(), pipeline.toPrettyString());
    for (JsonNode run : pipeline.path("runs")) {
      assertEquals(1, run.path("attempt").asInt(), run.toPrettyString());
    }
    assertEquals(
        GoldenRows.of("/golden/surveys/sample.rows.jsonl"), installation.rows("ml-survey-status"));
  }

  private static void force(String function) throws IOException {
    FunctionsApi.Answer answer =
        api.run(Map.of("function", function, "businessDate", Installation.DATE, "policy", "force"));
    assertEquals(202, answer.status(), answer.toString());
  }

  private static int attempt(JsonNode pipeline, String function) {
    for (JsonNode run : pipeline.path("runs")) {
      if (run.path("function").asText().equals(function)) {
        return run.path("attempt").asInt();
      }
    }
    return 0;
  }

  private static void night(String date, String policy) throws IOException {
    for (String opener : OPENERS.values()) {
      FunctionsApi.Answer opened =
          api.run(Map.of("function", opener, "businessDate", date, "policy", policy));
      assertEquals(200, opened.status(), opened.toString());
    }
    for (String area : OPENERS.keySet()) {
      JsonNode pipeline = new Night(api, area, date).await(Installation.LIMIT);
      assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
    }
  }

  private static List<Map<String, Object>> snapshots() throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String datasource : SNAPSHOTS) {
      rows.addAll(installation.rows(datasource));
    }
    return rows;
  }

  /** The native query of a dashboard: a measure summed up by a column, where another one is set. */
  private static List<String> sums(
      String datasource, String by, String measure, String column, String value)
      throws IOException {
    JsonNode groups =
        query(
            """
            {"queryType": "groupBy", "dataSource": "%s", "granularity": "all",
             "intervals": ["2023-07-10/2023-07-11"], "dimensions": ["%s"],
             "aggregations": [{"type": "longSum", "name": "sum", "fieldName": "%s"}],
             "filter": {"type": "and", "fields": [
              {"type": "selector", "dimension": "%s", "value": "%s"},
              {"type": "not", "field": {"type": "null", "column": "%s"}}]}}
            """
                .formatted(datasource, by, measure, column, value, by));
    List<String> sums = new ArrayList<>();
    groups.forEach(
        group ->
            sums.add(group.at("/event/" + by).asText() + " " + group.at("/event/sum").asLong()));
    return sums;
  }

  private static JsonNode query(String query) throws IOException {
    return new DruidHttp(installation.servers().druidUrl()).post("/druid/v2", query);
  }
}
