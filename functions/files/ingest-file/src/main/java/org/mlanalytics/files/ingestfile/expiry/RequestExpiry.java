package org.mlanalytics.files.ingestfile.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mlanalytics.files.ingestfile.callback.Delivery;
import org.mlanalytics.files.ingestfile.callback.DeliveryStore;
import org.mlanalytics.files.ingestfile.callback.RequestEnd;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * Removes requests that have ended long ago, with their callback and the run that fetched their
 * file. The runs that loaded it stay: a content is loaded once, however long ago that was. May be
 * done by several processes at once, and be cut short.
 */
public final class RequestExpiry {

  private final RequestStore requests;
  private final RunLedger ledger;
  private final DeliveryStore callbacks;
  private final RequestEnd end;
  private final LedgerClock clock;
  private final Duration keepFor;

  /**
   * @param end tells whether a request has ended with all its loads
   * @param keepFor how long a request is kept after it was taken and after its last run has changed
   */
  public RequestExpiry(
      RequestStore requests,
      RunLedger ledger,
      DeliveryStore callbacks,
      RequestEnd end,
      LedgerClock clock,
      Duration keepFor) {
    this.requests = requests;
    this.ledger = ledger;
    this.callbacks = callbacks;
    this.end = end;
    this.clock = clock;
    this.keepFor = keepFor;
  }

  /**
   * Removes what is old enough. A request that has not ended, or whose callback is still to be
   * told, is kept, however old it is.
   */
  public void sweep() {
    Instant before = clock.now().minus(keepFor);
    requests.eachBefore(
        before,
        (old, marked) -> {
          if (marked != null) {
            requests.remove(old, marked);
          } else if (isOver(old, before)) {
            ledger
                .find(old.fetchRun())
                .filter(run -> isOver(run, before))
                .ifPresent(run -> requests.remove(old, run.id()));
          }
        });
  }

  private boolean isOver(AcceptedRequest old, Instant before) {
    return end.message(old).isPresent()
        && ledger.ofPipeline(old.key(), null).stream().allMatch(run -> isOver(run, before))
        && isTold(old);
  }

  private static boolean isOver(Run run, Instant before) {
    return run.state().isFinal() && run.outbox().isEmpty() && run.updatedAt().isBefore(before);
  }

  private boolean isTold(AcceptedRequest old) {
    Optional<Delivery> callback = callbacks.find(old.key());
    return callback.isEmpty() || callback.get().state().isEnd();
  }
}
