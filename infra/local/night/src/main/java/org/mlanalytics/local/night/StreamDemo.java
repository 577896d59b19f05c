package org.mlanalytics.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.DruidSql;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.data.SampleSubmissions;

/** Submissions on topics, and what came of them: rows in Druid and a dead letter. */
final class StreamDemo {

  private static final String QUESTION = "64f700000000000000000011";

  private final FunctionsApi api;
  private final DruidSql druid;
  private final SampleSubmissions submissions;
  private final DeadLetters deadLetters;
  private final PrintStream out;

  StreamDemo(FunctionsApi api, LocalServers servers, String env, PrintStream out) {
    this.api = api;
    this.druid = new DruidSql(servers.druidUrl());
    this.submissions = new SampleSubmissions(servers.kafkaBootstrap(), env);
    this.deadLetters = new DeadLetters(servers.kafkaBootstrap(), env + ".ml.survey.raw.dlq");
    this.out = out;
  }

  /** Makes Druid read the topics of rows, and sends submissions. */
  void begin() throws IOException {
    JsonNode applied = api.run(Map.of("function", "apply-supervisors")).body().path("details");
    List<String> changes = new ArrayList<>();
    applied
        .fields()
        .forEachRemaining(
            dataset ->
                changes.add(dataset.getKey() + ' ' + dataset.getValue().path("change").asText()));
    out.println("Supervisors: " + String.join(", ", changes));
    int sent = submissions.sendAll();
    submissions.send("survey", withAnAnswerThatIsNoOption());
    out.println(
        "Sent " + sent + " sample submissions, and one with an answer that is none of its options");
  }

  /** Waits until Druid has read everything, and shows it. */
  void show(Duration limit) throws IOException {
    DeadLetters.Letter letter = deadLetters.first(limit);
    List<JsonNode> supervisors = new ArrayList<>();
    Await.until(
        "rows of all streams",
        limit,
        () -> {
          supervisors.clear();
          api.get("/supervisors").body().forEach(supervisors::add);
          return supervisors.stream().allMatch(StreamDemo::hasCaughtUp) && areVisible(supervisors);
        });
    out.println();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode supervisor : supervisors) {
      rows.add(row(supervisor));
    }
    NightTable.printRows(out, rows);
    out.println("dead letter: " + letter);
    out.println();
  }

  private static boolean hasCaughtUp(JsonNode supervisor) {
    return supervisor.has("lag") && supervisor.path("lag").asLong() == 0;
  }

  private boolean areVisible(List<JsonNode> supervisors) throws IOException {
    for (JsonNode supervisor : supervisors) {
      if (count(supervisor) == 0) {
        return false;
      }
    }
    return true;
  }

  private Map<String, Object> row(JsonNode supervisor) throws IOException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("datasource", supervisor.path("dataset").asText());
    row.put("topic", supervisor.path("topic").asText());
    row.put("rows", count(supervisor));
    row.put("lag", supervisor.path("lag").asLong());
    row.put("supervisor", supervisor.path("state").asText());
    return row;
  }

  private long count(JsonNode supervisor) throws IOException {
    return druid.number("SELECT COUNT(*) FROM \"" + supervisor.path("dataset").asText() + '"');
  }

  private static String withAnAnswerThatIsNoOption() throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode survey = (ObjectNode) json.readTree(SampleSubmissions.json("survey", "completed"));
    survey.put("_id", "64f5000000000000000000d0");
    ((ObjectNode) survey.path("answers").path(QUESTION)).put("value", "R9");
    return survey.toString();
  }
}
