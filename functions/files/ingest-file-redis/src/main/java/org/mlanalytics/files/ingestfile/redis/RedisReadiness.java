package org.mlanalytics.files.ingestfile.redis;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mlanalytics.runtime.error.AnalyticsException;

/** Ready while Redis answers. Nothing is told about its server: health is open to everybody. */
@Readiness
@ApplicationScoped
public class RedisReadiness implements HealthCheck {

  /** Below the usual limit of who asks, ten seconds at Knative and one at Kubernetes. */
  private static final Duration LIMIT = Duration.ofMillis(800);

  private final RedisCalls redis;

  RedisReadiness(Redis redis) {
    this.redis = new RedisCalls(redis, LIMIT);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("redis").status(isUp()).build();
  }

  private boolean isUp() {
    try {
      redis.call(Command.PING);
      return true;
    } catch (AnalyticsException away) {
      return false;
    }
  }
}
