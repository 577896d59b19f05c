package org.mlanalytics.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Tasks of Druid's overlord. */
public final class DruidTasks {

  private static final String TASKS = "/druid/indexer/v1/tasks";
  private static final String TASK = "/druid/indexer/v1/task";
  private static final Set<String> ENDED = Set.of("SUCCESS", "FAILED");

  private final DruidHttp http;

  /** The tasks behind a router's URL. */
  public DruidTasks(String url) {
    this.http = new DruidHttp(url);
  }

  /**
   * One task.
   *
   * @param state RUNNING, PENDING, WAITING, SUCCESS or FAILED
   */
  public record Task(String id, String type, String state) {}

  /** The tasks of a data source that Druid still remembers, subtasks included, the newest first. */
  public List<Task> ofDatasource(String datasource) throws IOException {
    String name = URLEncoder.encode(datasource, StandardCharsets.UTF_8);
    JsonNode tasks = http.get(TASKS + "?datasource=" + name);
    return StreamSupport.stream(tasks.spliterator(), false).map(DruidTasks::task).toList();
  }

  /** Hands a task in and returns its id. */
  public String submit(String json) throws IOException {
    return http.post(TASK, json).path("task").asText();
  }

  /**
   * Waits for a task's end.
   *
   * @return SUCCESS or FAILED
   */
  public String awaitEnd(String id, Duration limit) {
    Await.until("task " + id, limit, () -> ENDED.contains(state(id)));
    try {
      return state(id);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String state(String id) throws IOException {
    return http.get(TASK + "/" + id + "/status").path("status").path("statusCode").asText();
  }

  private static Task task(JsonNode task) {
    return new Task(
        task.path("id").asText(), task.path("type").asText(), task.path("statusCode").asText());
  }
}
