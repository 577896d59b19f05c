package org.mlanalytics.streaming;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long nothing is consumed while MongoDB or the object store is away. Belongs to one thread.
 */
final class SourcePause {

  private final Backoff backoff;
  private final Clock clock;
  private Instant until;

  SourcePause(Backoff backoff, Clock clock) {
    this.backoff = backoff;
    this.clock = clock;
  }

  /** A server is away, or still is. */
  void begin() {
    until = clock.instant().plus(backoff.next());
  }

  /** It answers. */
  void end() {
    until = null;
    backoff.reset();
  }

  /** Whether it is time to try again; once for each pause. */
  boolean isOver() {
    if (until == null || clock.instant().isBefore(until)) {
      return false;
    }
    until = null;
    return true;
  }

  /** How long a poll may last so as not to outlast the pause. */
  Duration longestPoll(Duration usual) {
    if (until == null) {
      return usual;
    }
    Duration left = Duration.between(clock.instant(), until);
    return left.isNegative() ? Duration.ZERO : left.compareTo(usual) < 0 ? left : usual;
  }
}
