package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Druid's HTTP API as Druid 33 answers, with tasks that do what a test tells them. It remembers
 * what it was sent, refuses a second task with an id as Druid does, and reads token files.
 */
final class ScriptedDruid implements DruidApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> statuses = new ConcurrentHashMap<>();
  private final Map<String, String> reports = new ConcurrentHashMap<>();
  private final List<JsonNode> sent = new CopyOnWriteArrayList<>();
  private final List<String> stopped = new CopyOnWriteArrayList<>();
  private volatile boolean away;
  private volatile boolean awayForTasks;
  private volatile boolean blind;
  private volatile String silence;
  private volatile String refusal;
  private volatile String rows;

  /** Version of the visible segments; null gives one that rises with every task. */
  private volatile String version;

  final ScriptedSupervisors supervisors = new ScriptedSupervisors();

  Druid client() {
    return new Druid(this, JSON);
  }

  /** Tasks that were sent, each as often as it was sent. */
  List<JsonNode> sent() {
    return List.copyOf(sent);
  }

  List<String> sentIds() {
    return sent.stream().map(task -> task.path("id").asText()).toList();
  }

  List<String> stopped() {
    return List.copyOf(stopped);
  }

  void away(boolean value) {
    away = value;
  }

  /** Tasks are not taken, questions are answered. */
  void awayForTasks(boolean value) {
    awayForTasks = value;
  }

  void refuseQuestions(String words) {
    silence = words;
  }

  /** Druid reads another directory than the one that rows are landed in. */
  void blind() {
    blind = true;
  }

  void refuse(String words) {
    refusal = words;
  }

  /** Queries see segments of this version, whatever tasks have done. */
  void showsVersion(String visible) {
    version = visible;
  }

  /** A count by SQL shows so many rows. */
  void shows(long count) {
    rows = "[[" + count + "]]";
  }

  /** The dataset does not exist. */
  void showsNothing() {
    rows = null;
  }

  void forget(String task) {
    statuses.remove(task);
  }

  void runs(String task) {
    status(task, "RUNNING", null);
  }

  void fails(String task, String words) {
    status(task, "FAILED", words);
  }

  void succeeds(String task, long processed, long unparseable, long thrownAway) {
    succeedsWithoutReport(task);
    reports.put(
        task,
        """
        {"ingestionStatsAndErrors":{"payload":{"rowStats":{"totals":{"buildSegments":{
        "processed":%d,"processedWithError":0,"unparseable":%d,"thrownAway":%d}}}}}}"""
            .formatted(processed, unparseable, thrownAway));
  }

  void succeedsWithoutReport(String task) {
    status(task, "SUCCESS", null);
  }

  private void status(String task, String code, String words) {
    statuses.put(
        task,
        JSON.createObjectNode()
            .put("task", task)
            .set(
                "status",
                JSON.createObjectNode()
                    .put("id", task)
                    .put("statusCode", code)
                    .put("errorMsg", words))
            .toString());
  }

  @Override
  public Response submit(String task) {
    JsonNode tree = tree(task);
    if (refusal != null) {
      return answer(400, refusal);
    }
    String id = tree.path("id").asText();
    if (awayForTasks) {
      return answer(503, "");
    }
    if (statuses.containsKey(id)) {
      return answer(400, "{\"errorCode\":\"entryAlreadyExists\"}");
    }
    sent.add(tree);
    runs(id);
    return answer(200, "{\"task\":\"" + id + "\"}");
  }

  @Override
  public Response status(String id) {
    return silence != null ? answer(403, silence) : found(statuses.get(id));
  }

  @Override
  public Response reports(String id) {
    return found(reports.get(id));
  }

  @Override
  public Response shutdown(String id) {
    stopped.add(id);
    return found(statuses.get(id));
  }

  @Override
  public Response sample(String spec) {
    if (blind) {
      return answer(400, "{\"error\":\"no such file\"}");
    }
    JsonNode files = tree(spec).path("spec").path("ioConfig").path("inputSource").path("files");
    List<String> lines = new ArrayList<>();
    for (JsonNode file : files) {
      try {
        lines.addAll(Files.readAllLines(Path.of(file.asText())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return answer(200, JSON.valueToTree(Map.of("data", lines)).toString());
  }

  @Override
  public Response supervise(String spec) {
    return reached().post(tree(spec));
  }

  @Override
  public Response supervisor(String id) {
    return reached().spec(id);
  }

  @Override
  public Response supervisorStatus(String id) {
    return reached().status(id);
  }

  @Override
  public Response suspend(String id) {
    return reached().suspend(id, true);
  }

  @Override
  public Response resume(String id) {
    return reached().suspend(id, false);
  }

  @Override
  public Response markUnused(String dataset) {
    return answer(200, "{}");
  }

  @Override
  public Response sql(String query) {
    if (query.contains("version")) {
      String shown = version == null ? "v%04d".formatted(sent().size()) : version;
      return answer(200, rows == null ? "[]" : "[[\"" + shown + "\"]]");
    }
    return rows == null ? answer(400, "Object 'sl-project' not found") : answer(200, rows);
  }

  private Response found(String body) {
    return body == null ? answer(404, "{}") : answer(200, body);
  }

  private ScriptedSupervisors reached() {
    answer(200, "");
    return supervisors;
  }

  private Response answer(int status, String body) {
    if (away) {
      throw new ProcessingException("connection refused");
    }
    return Response.status(status).entity(body).build();
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
