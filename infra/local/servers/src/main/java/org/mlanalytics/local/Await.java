package org.mlanalytics.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Bounded waiting for something that has no better signal than being asked again. */
public final class Await {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  /**
   * Asks until the check holds. A check that throws an {@link IOException} does not hold yet:
   * servers refuse connections and requests while they start.
   *
   * @throws IllegalStateException if it does not hold within the limit; the last {@link
   *     IOException} is its cause
   */
  public static void until(String what, Duration limit, Callable<Boolean> check) {
    long end = System.nanoTime() + limit.toNanos();
    IOException last = null;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (check.call()) {
          return;
        }
      } catch (IOException notYet) {
        last = notYet;
      } catch (RuntimeException failure) {
        throw failure;
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        break;
      } catch (Exception failure) {
        throw new IllegalStateException(what + ": " + failure.getMessage(), failure);
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException(what + ": not within " + limit, last);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new IllegalStateException(what + ": interrupted");
  }
}
