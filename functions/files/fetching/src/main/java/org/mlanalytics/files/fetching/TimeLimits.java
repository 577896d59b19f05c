package org.mlanalytics.files.fetching;

import java.time.Duration;

/**
 * How long a transfer may take.
 *
 * @param connect for the resolution of a name, for a connection, and for each answer of a handshake
 * @param idle between two bytes
 * @param total for everything, redirects included
 */
public record TimeLimits(Duration connect, Duration idle, Duration total) {

  /** 5 s, 30 s, 1 h. */
  public static final TimeLimits DEFAULT =
      new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofHours(1));

  /**
   * @throws IllegalArgumentException if one is not positive
   */
  public TimeLimits {
    requirePositive(connect);
    requirePositive(idle);
    requirePositive(total);
  }

  private static void requirePositive(Duration limit) {
    if (limit.toMillis() < 1 || limit.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a time limit is from 1 ms to 24 days");
    }
  }
}
