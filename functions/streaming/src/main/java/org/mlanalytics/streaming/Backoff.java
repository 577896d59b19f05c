package org.mlanalytics.streaming;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Growing pauses with jitter, bounded. Belongs to one thread. */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final DoubleSupplier random;
  private Duration next = FIRST;

  /**
   * Begins with the shortest pause.
   *
   * @param random from 0 to 1
   */
  Backoff(DoubleSupplier random) {
    this.random = random;
  }

  /** The next pause: between half of the current length and all of it; the length doubles. */
  Duration next() {
    long millis = next.toMillis();
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return Duration.ofMillis(Math.round(millis * (1 + random.getAsDouble()) / 2));
  }

  /** What failed goes well again. */
  void reset() {
    next = FIRST;
  }
}
