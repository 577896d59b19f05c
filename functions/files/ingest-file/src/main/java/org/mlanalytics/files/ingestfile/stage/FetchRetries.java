package org.mlanalytics.files.ingestfile.stage;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.mlanalytics.files.fetching.FetchRefusedException;

/** Fetches again, after growing pauses, what was refused for a reason that may pass. */
public final class FetchRetries {

  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final int attempts;
  private final Duration first;

  /**
   * @param attempts how often a file is fetched at most
   * @param first the first pause
   */
  public FetchRetries(int attempts, Duration first) {
    this.attempts = attempts;
    this.first = first;
  }

  <T> T call(Callable<T> fetch) throws IOException {
    Uni<T> once =
        Uni.createFrom()
            .deferred(() -> attempt(fetch))
            .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    try {
      return attempts < 2
          ? once.await().indefinitely()
          : once.onFailure(FetchRetries::mayPass)
              .retry()
              .withBackOff(first, LONGEST)
              .atMost(attempts - 1L)
              .await()
              .indefinitely();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** A supplier's checked fault would come wrapped. */
  private static <T> Uni<T> attempt(Callable<T> fetch) {
    try {
      return Uni.createFrom().item(fetch.call());
    } catch (Exception e) {
      return Uni.createFrom().failure(e);
    }
  }

  private static boolean mayPass(Throwable fault) {
    return fault instanceof FetchRefusedException refused && refused.reason().temporary();
  }
}
