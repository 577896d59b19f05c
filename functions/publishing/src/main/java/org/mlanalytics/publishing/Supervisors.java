package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * Druid's supervisors, one for each datasource that Druid reads from a topic. Every call may be
 * repeated. A server that is away is asked again a few times, with growing pauses; then {@link
 * DruidUnavailableException}.
 */
@ApplicationScoped
@Retry(maxRetries = 4, delay = 250, jitter = 200, retryOn = DruidUnavailableException.class)
@ExponentialBackoff(maxDelay = 5000)
public class Supervisors {

  private static final String SUSPENDED = "suspended";

  private final DruidApi api;
  private final ObjectMapper json;

  Supervisors(@RestClient DruidApi api, ObjectMapper json) {
    this.api = api;
    this.json = json;
  }

  /**
   * How the supervisor that Druid has differs from the one that is wanted; empty when Druid has
   * none.
   */
  public Optional<List<SpecDifference>> differences(ObjectNode wanted) {
    return differences(wanted, found(wanted));
  }

  /**
   * Sends a supervisor if Druid has none for the datasource or another one: what is sent ends the
   * tasks of its predecessor. A suspended one stays suspended.
   *
   * @return the differences before
   * @throws AnalyticsException {@link ErrorCode#DRUID_REFUSED}
   */
  public Optional<List<SpecDifference>> apply(ObjectNode wanted) {
    Optional<JsonNode> found = found(wanted);
    Optional<List<SpecDifference>> differences = differences(wanted, found);
    if (differences.isEmpty() || !differences.get().isEmpty()) {
      boolean suspended = found.map(f -> f.path(SUSPENDED).asBoolean()).orElse(false);
      send(wanted.deepCopy().put(SUSPENDED, suspended));
    }
    return differences;
  }

  private void send(ObjectNode supervisor) {
    DruidAnswer answer = DruidAnswer.of(() -> api.supervise(supervisor.toString()));
    if (!answer.isOk()) {
      throw answer.refused();
    }
  }

  private static Optional<List<SpecDifference>> differences(
      ObjectNode wanted, Optional<JsonNode> found) {
    return found.map(druid -> SpecDifference.between(spec(wanted), spec(druid)));
  }

  /** The status of the supervisor of a datasource; empty when there is none. */
  public Optional<SupervisorStatus> status(String datasource) {
    DruidAnswer answer = DruidAnswer.of(() -> api.supervisorStatus(datasource));
    return answer.isNotFound()
        ? Optional.empty()
        : Optional.of(SupervisorStatus.of(answer.tree(json)));
  }

  /**
   * Lets the tasks of a supervisor publish what they have read, and starts none until it is
   * resumed.
   *
   * @return whether there is one
   */
  public boolean suspend(String datasource) {
    return told(() -> api.suspend(datasource));
  }

  /**
   * Lets a supervisor go on where it was suspended.
   *
   * @return whether there is one
   */
  public boolean resume(String datasource) {
    return told(() -> api.resume(datasource));
  }

  private static boolean told(Supplier<Response> call) {
    DruidAnswer answer = DruidAnswer.of(call);
    // what is so already, Druid refuses
    if (answer.isOk() || answer.body().contains("is already")) {
      return true;
    }
    if (answer.isNotFound()) {
      return false;
    }
    throw answer.refused();
  }

  private Optional<JsonNode> found(ObjectNode wanted) {
    String datasource = spec(wanted).at("/dataSchema/dataSource").asText();
    DruidAnswer answer = DruidAnswer.of(() -> api.supervisor(datasource));
    return answer.isNotFound() ? Optional.empty() : Optional.of(answer.tree(json));
  }

  private static JsonNode spec(JsonNode supervisor) {
    return supervisor.path("spec");
  }
}
