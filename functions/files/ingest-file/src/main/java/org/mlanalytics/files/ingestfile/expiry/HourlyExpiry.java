package org.mlanalytics.files.ingestfile.expiry;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.mlanalytics.files.ingestfile.FilesConfig;
import org.mlanalytics.files.ingestfile.callback.DeliveryStore;
import org.mlanalytics.files.ingestfile.callback.RequestEnd;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.time.LedgerClock;

/** Looks for old requests every hour. */
@ApplicationScoped
public class HourlyExpiry {

  private static final Logger LOG = Logger.getLogger(HourlyExpiry.class);
  private static final Duration LEAST = Duration.ofDays(1);

  private final RequestExpiry expiry;

  HourlyExpiry(
      RequestStore requests,
      RunLedger ledger,
      DeliveryStore callbacks,
      RequestEnd end,
      LedgerClock clock,
      FilesConfig config) {
    if (config.keepRequestsFor().compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "mla.files.keep-requests-for: write a time of at least one day, like 90d");
    }
    this.expiry =
        new RequestExpiry(requests, ledger, callbacks, end, clock, config.keepRequestsFor());
  }

  /** A time that is too short stops the process. */
  void check(@Observes StartupEvent start) {}

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    try {
      expiry.sweep();
    } catch (RuntimeException e) {
      // the next one finds the same
      LOG.warnf("old requests are kept for another hour: %s", e.getMessage());
    }
  }
}
