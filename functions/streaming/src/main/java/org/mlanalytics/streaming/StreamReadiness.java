package org.mlanalytics.streaming;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while every stream function of this process that consumes from Kafka does so, and
 * publishes.
 */
@Readiness
@ApplicationScoped
public class StreamReadiness implements HealthCheck {

  private final StreamRunner runner;

  StreamReadiness(StreamRunner runner) {
    this.runner = runner;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("streams");
    boolean up = true;
    for (var stream : runner.states().entrySet()) {
      response.withData(stream.getKey(), stream.getValue().name());
      up &= stream.getValue() == TransactionalLoop.State.RUNNING;
    }
    return response.status(up).build();
  }
}
