package org.mlanalytics.files.ingestfile.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mlanalytics.runtime.run.TimeOrderedId;
import org.mlanalytics.runtime.time.LedgerClock;

/** Takes requests: gives them what they leave open, and keeps them. */
public final class Intake {

  private final RequestStore store;
  private final LedgerClock clock;
  private final Target defaultTarget;

  /**
   * @param defaultTarget where rows go when a request does not say it
   */
  public Intake(RequestStore store, LedgerClock clock, Target defaultTarget) {
    this.store = store;
    this.clock = clock;
    this.defaultTarget = defaultTarget;
  }

  /**
   * Keeps a request of a tenant.
   *
   * @return the request as it is kept; the first one when it was sent before
   * @throws org.mlanalytics.runtime.error.AnalyticsException {@link
   *     org.mlanalytics.runtime.error.ErrorCode#FILE_REQUEST_DIFFERS}
   */
  public AcceptedRequest accept(String tenant, FileRequest asked) {
    // as precise as it is kept
    Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
    FileRequest named =
        asked.requestId() == null ? asked.withRequestId(TimeOrderedId.next(now)) : asked;
    FileRequest whole =
        named.targets().isEmpty() ? named.withTargets(List.of(defaultTarget)) : named;
    return store.accept(new AcceptedRequest(tenant, whole, now));
  }
}
