package org.mlanalytics.runtime.function;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.run.RunHandle;

/** Renews the leases of the runs that this process works on, three times in each lease. */
@ApplicationScoped
public class Heartbeats {

  private static final Logger LOG = Logger.getLogger(Heartbeats.class);

  private final Duration period;
  private ScheduledExecutorService timer;

  Heartbeats(AnalyticsConfig config) {
    this.period = config.lease().duration().dividedBy(3);
  }

  /** Renews the lease of a run until the result is closed. */
  Heartbeat start(RunHandle handle) {
    ScheduledFuture<?> task =
        timer()
            .scheduleWithFixedDelay(
                () -> renew(handle), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    return () -> task.cancel(false);
  }

  private static void renew(RunHandle handle) {
    try {
      handle.ensureHeld();
      handle.renew();
    } catch (RuntimeException e) {
      // the worker meets the same fault with its next update; a renewal is tried again until then
      LOG.debugf(e, "lease of run %s not renewed", handle.run().id());
    }
  }

  private synchronized ScheduledExecutorService timer() {
    if (timer == null) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "lease-heartbeat");
                thread.setDaemon(true);
                return thread;
              });
    }
    return timer;
  }

  @PreDestroy
  synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
    }
  }

  /** The renewal of one lease. */
  interface Heartbeat extends AutoCloseable {
    @Override
    void close();
  }
}
