package org.mlanalytics.runtime.event;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.Faults;

/** The one retry policy for events whose step met a server that is away. */
@ApplicationScoped
public class Redelivery {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final double JITTER = 0.5;

  private final Duration limit;

  Redelivery(AnalyticsConfig config) {
    this.limit = config.events().retryFor();
  }

  /**
   * Repeats a step with growing pauses until it is done, fails for good, or the limit is over.
   *
   * @throws RuntimeException what the step has thrown at last
   */
  public void untilDone(Runnable step) {
    try {
      repeat(step);
    } catch (IllegalStateException exhausted) {
      // the end of the limit has no code of its own; what a dead letter has to tell is its cause
      if (exhausted.getCause() instanceof RuntimeException last && Faults.mayPass(last)) {
        throw last;
      }
      throw exhausted;
    }
  }

  private void repeat(Runnable step) {
    Uni.createFrom()
        .voidItem()
        .invoke(step)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure(Faults::mayPass)
        .retry()
        .withBackOff(FIRST, LONGEST)
        .withJitter(JITTER)
        .expireIn(limit.toMillis())
        .await()
        .indefinitely();
  }
}
