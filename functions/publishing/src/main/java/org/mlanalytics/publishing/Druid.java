package org.mlanalytics.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
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
    Answer answer = call(() -> api.submit(task.toString()));
    if (!answer.isOk() && !answer.body().contains("entryAlreadyExists")) {
      throw refused(answer);
    }
  }

  /** The status of a task; empty when Druid does not know it. */
  public Optional<TaskStatus> status(String taskId) {
    Answer answer = call(() -> api.status(taskId));
    if (answer.status() == 404) {
      return Optional.empty();
    }
    JsonNode status = tree(ok(answer)).path("status");
    return Optional.of(
        new TaskStatus(
            status.path("statusCode").asText(status.path("status").asText()),
            Signatures.removed(status.path("errorMsg").asText(null))));
  }

  /** The report of a finished task; empty when there is none. */
  public Optional<TaskReport> report(String taskId) {
    Answer answer = call(() -> api.reports(taskId));
    if (answer.status() == 404) {
      return Optional.empty();
    }
    JsonNode rows =
        tree(ok(answer)).path("ingestionStatsAndErrors").path("payload").path("rowStats");
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
    Answer answer = call(() -> api.shutdown(taskId));
    if (!answer.isOk() && answer.status() != 404 && answer.status() != 400) {
      throw refused(answer);
    }
  }

  /** Marks all segments of a dataset unused; nothing happens when there are none. */
  public void markUnused(String dataset) {
    Answer answer = call(() -> api.markUnused(dataset));
    if (!answer.isOk() && answer.status() != 204 && answer.status() != 404) {
      throw refused(answer);
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
    return tree(ok(call(() -> api.sample(spec.toString()))));
  }

  /** The one number of a result; 0 where there is no row, or no such table. */
  private long sql(String query) {
    return query(query).path(0).path(0).asLong();
  }

  /** Rows as arrays; missing where there is no such table. */
  private JsonNode query(String query) {
    String body =
        json.createObjectNode().put("query", query).put("resultFormat", "array").toString();
    Answer answer = call(() -> api.sql(body));
    if (answer.status() == 400 && answer.body().contains("not found")) {
      return json.missingNode();
    }
    return tree(ok(answer));
  }

  private static String identifier(String dataset) {
    return '"' + dataset.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String ok(Answer answer) {
    if (!answer.isOk()) {
      throw refused(answer);
    }
    return answer.body();
  }

  private static AnalyticsException refused(Answer answer) {
    return new AnalyticsException(
        ErrorCode.DRUID_REFUSED, "HTTP " + answer.status() + " " + shortened(answer.body()));
  }

  private static Answer call(Supplier<Response> request) {
    try (Response response = request.get()) {
      Answer answer = new Answer(response.getStatus(), response.readEntity(String.class));
      if (answer.status() == 429 || answer.status() >= 500) {
        throw new DruidUnavailableException(
            "HTTP " + answer.status() + " " + shortened(answer.body()), null);
      }
      return answer;
    } catch (ProcessingException e) {
      throw new DruidUnavailableException(e.getMessage(), e);
    }
  }

  private JsonNode tree(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new DruidUnavailableException("the answer is no JSON", e);
    }
  }

  private static String shortened(String body) {
    String words = body == null ? "" : Signatures.removed(body);
    return words.length() <= 500 ? words : words.substring(0, 500) + "…";
  }

  private record Answer(int status, String body) {
    boolean isOk() {
      return status / 100 == 2;
    }
  }
}
