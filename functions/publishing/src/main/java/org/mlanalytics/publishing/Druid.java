package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * Druid as the publications need it. Every call may be repeated: a task has an id of ours, so
 * sending it twice starts it once. A server that is away is asked again a few times, with growing
 * pauses.
 */
@ApplicationScoped
@Retry(maxRetries = 4, delay = 250, jitter = 200, retryOn = DruidUnavailableException.class)
@ExponentialBackoff(maxDelay = 5000)
public class Druid {

  private final DruidApi api;
  private final ObjectMapper json;

  Druid(@RestClient DruidApi api, ObjectMapper json) {
    this.api = api;
    this.json = json;
  }

  /**
   * Sends a task. A task that Druid has already, running or finished, counts as sent.
   *
   * @throws AnalyticsException {@link ErrorCode#DRUID_REFUSED}, {@link ErrorCode#DRUID_UNAVAILABLE}
   */
  public void submit(JsonNode task) {
    DruidAnswer answer = DruidAnswer.of(() -> api.submit(task.toString()));
    if (!answer.isOk() && !answer.body().contains("entryAlreadyExists")) {
      throw answer.refused();
    }
  }

  /** The status of a task; empty when Druid does not know it. */
  public Optional<TaskStatus> status(String taskId) {
    DruidAnswer answer = DruidAnswer.of(() -> api.status(taskId));
    if (answer.isNotFound()) {
      return Optional.empty();
    }
    JsonNode status = answer.tree(json).path("status");
    return Optional.of(
        new TaskStatus(
            status.path("statusCode").asText(status.path("status").asText()),
            Signatures.removed(status.path("errorMsg").asText(null))));
  }

  /** The report of a finished task; empty when there is none. */
  public Optional<TaskReport> report(String taskId) {
    DruidAnswer answer = DruidAnswer.of(() -> api.reports(taskId));
    if (answer.isNotFound()) {
      return Optional.empty();
    }
    JsonNode rows =
        answer.tree(json).path("ingestionStatsAndErrors").path("payload").path("rowStats");
    JsonNode segments =
        rows.has("totals") ? rows.path("totals").path("buildSegments") : rows.path("buildSegments");
    if (segments.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        new TaskReport(
            segments.path("processed").asLong(),
            segments.path("processedWithError").asLong(),
            segments.path("unparseable").asLong(),
            segments.path("thrownAway").asLong()));
  }

  /** Asks Druid to stop a task; nothing happens when it has ended or is not known. */
  public void shutdown(String taskId) {
    DruidAnswer answer = DruidAnswer.of(() -> api.shutdown(taskId));
    if (!answer.isOk() && !answer.isNotFound() && answer.status() != 400) {
      throw answer.refused();
    }
  }

  /** Marks all segments of a dataset unused; nothing happens when there are none. */
  public void markUnused(String dataset) {
    DruidAnswer answer = DruidAnswer.of(() -> api.markUnused(dataset));
    if (!answer.isOk() && answer.status() != 204 && !answer.isNotFound()) {
      throw answer.refused();
    }
  }

  /**
   * Rows that Druid shows of a dataset; 0 when it does not exist.
   *
   * @param interval interval of the rows' time, ISO 8601
   */
  public long count(String dataset, String interval) {
    return sql("SELECT COUNT(*) FROM " + identifier(dataset) + DruidTime.rowsWithin(interval));
  }

  /** Segments of a dataset that queries use or deep storage still holds as used. */
  public long usedSegments(String dataset) {
    return sql(
        "SELECT COUNT(*) FROM sys.segments WHERE is_active = 1 AND datasource = "
            + literal(dataset));
  }

  /**
   * The newest version of the segments of a dataset and interval that queries see; null when there
   * is none. Druid's versions are instants in ISO 8601 and sort as text.
   */
  public String visibleVersion(String dataset, String interval) {
    // MAX of a text makes Druid 33 fail on its system tables
    JsonNode rows =
        query(
            "SELECT \"version\" FROM sys.segments WHERE is_active = 1 AND is_available = 1"
                + " AND datasource = "
                + literal(dataset)
                + DruidTime.segmentsWithin(interval));
    String newest = null;
    for (JsonNode row : rows) {
      String version = row.path(0).asText();
      newest = newest == null || version.compareTo(newest) > 0 ? version : newest;
    }
    return newest;
  }

  /** Reads the first rows of an input the way a task would; the parsed answer of the sampler. */
  public JsonNode sample(JsonNode spec) {
    return DruidAnswer.of(() -> api.sample(spec.toString())).tree(json);
  }

  /** The one number of a result; 0 where there is no row, or no such table. */
  private long sql(String query) {
    return query(query).path(0).path(0).asLong();
  }

  /** Rows as arrays; missing where there is no such table. */
  private JsonNode query(String query) {
    String body =
        json.createObjectNode().put("query", query).put("resultFormat", "array").toString();
    DruidAnswer answer = DruidAnswer.of(() -> api.sql(body));
    if (answer.status() == 400 && answer.body().contains("not found")) {
      return json.missingNode();
    }
    return answer.tree(json);
  }

  private static String identifier(String dataset) {
    return '"' + dataset.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
