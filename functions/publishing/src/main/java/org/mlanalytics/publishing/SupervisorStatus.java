package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Druid says of a supervisor.
 *
 * @param state like {@code RUNNING}, {@code SUSPENDED} or {@code UNHEALTHY_TASKS}
 * @param detailedState what exactly, like {@code CONNECTING_TO_STREAM}
 * @param healthy whether Druid calls it healthy
 * @param suspended whether it was told to pause
 * @param tasks tasks that read or publish
 * @param lag records of the topic that Druid has not read, by partition, without the marker that
 *     ends the last transaction; empty before Druid has looked
 * @param lagAt when Druid last looked at the end of the topic, ISO 8601; null before it has
 * @param errors classes of the last faults, newest last
 */
public record SupervisorStatus(
    String state,
    String detailedState,
    boolean healthy,
    boolean suspended,
    int tasks,
    Map<String, Long> lag,
    String lagAt,
    List<String> errors) {

  static SupervisorStatus of(JsonNode answer) {
    JsonNode payload = answer.path("payload");
    Map<String, Long> lag = new TreeMap<>();
    payload
        .path("minimumLag")
        .fields()
        .forEachRemaining(
            partition -> lag.put(partition.getKey(), unread(partition.getValue().asLong())));
    List<String> errors = new ArrayList<>();
    payload
        .path("recentErrors")
        .forEach(error -> errors.add(error.path("exceptionClass").asText()));
    return new SupervisorStatus(
        payload.path("state").asText(),
        payload.path("detailedState").asText(),
        payload.path("healthy").asBoolean(),
        payload.path("suspended").asBoolean(),
        payload.path("activeTasks").size() + payload.path("publishingTasks").size(),
        lag,
        payload.path("offsetsLastUpdated").asText(null),
        errors);
  }

  /**
   * Druid counts offsets. Rows are written in transactions, so a partition ends with a marker,
   * which has an offset and is never read: alone it is no lag.
   */
  private static long unread(long offsets) {
    return Math.max(0, offsets - 1);
  }
}
