package org.mlanalytics.files.ingestfile.redis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.Faults;

/**
 * Repeats a step until it is stopped. After a fault it pauses, longer each time; the first fault of
 * a row is logged.
 */
final class Repeating implements Runnable {

  private static final Logger LOG = Logger.getLogger(Repeating.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Runnable step;
  private final Duration every;
  private final CountDownLatch stop;

  /**
   * @param every pause between two steps
   * @param stop reaches 0 when it is over
   */
  Repeating(Runnable step, Duration every, CountDownLatch stop) {
    this.step = step;
    this.every = every;
    this.stop = stop;
  }

  @Override
  public void run() {
    Duration pause = FIRST_PAUSE;
    boolean wasFine = true;
    try {
      while (stop.getCount() > 0) {
        boolean fine = isDone(wasFine);
        pause = fine ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        wasFine = fine;
        stop.await((fine ? every : pause).toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDone(boolean tell) {
    try {
      step.run();
      return true;
    } catch (RuntimeException | Error e) {
      if (tell && stop.getCount() > 0) {
        AnalyticsException fault = Faults.coded(e);
        LOG.warnf("%s %s: %s", fault.code().code(), fault.code().title(), fault.getMessage());
      }
      return false;
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
