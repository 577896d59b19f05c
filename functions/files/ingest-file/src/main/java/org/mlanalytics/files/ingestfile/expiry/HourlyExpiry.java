package org.mlanalytics.files.ingestfile.expiry;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.mlanalytics.files.ingestfile.FilesConfig;

/** Looks for old requests every hour. */
@ApplicationScoped
public class HourlyExpiry {

  private static final Logger LOG = Logger.getLogger(HourlyExpiry.class);
  private static final Duration LEAST = Duration.ofDays(1);

  /** Made when it is first needed: a process starts without its servers. */
  private final Instance<RequestExpiry> expiry;

  HourlyExpiry(Instance<RequestExpiry> expiry, FilesConfig config) {
    if (config.keepRequestsFor().compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "mla.files.keep-requests-for: write a time of at least one day, like 90d");
    }
    this.expiry = expiry;
  }

  /** A time that is too short stops the process. */
  void check(@Observes StartupEvent start) {}

  @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    try {
      expiry.get().sweep();
    } catch (RuntimeException e) {
      // the next one finds the same
      LOG.warnf("old requests are kept for another hour: %s", e.getMessage());
    }
  }
}
