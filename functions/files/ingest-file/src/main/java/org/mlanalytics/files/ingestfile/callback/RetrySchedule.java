package org.mlanalytics.files.ingestfile.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a callback is tried again.
 *
 * @param pauses behind the first attempt, the second and so on; the last is repeated
 * @param giveUpAfter how long after the end of the request there is still an attempt
 */
record RetrySchedule(List<Duration> pauses, Duration giveUpAfter) {

  private static final double JITTER = 0.2;
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  /**
   * @throws IllegalArgumentException without a pause, or with one that is not positive
   */
  RetrySchedule {
    pauses = List.copyOf(pauses);
    if (pauses.isEmpty() || pauses.stream().anyMatch(pause -> pause.toMillis() < 1)) {
      throw new IllegalArgumentException("pauses between callbacks are positive, at least one");
    }
  }

  /**
   * The time of the next attempt.
   *
   * @param attempts so far, at least one
   * @param since end of the request
   * @param random from 0 to 1
   * @return empty when it would be too late
   */
  Optional<Instant> next(int attempts, Instant since, Instant now, double random) {
    Duration pause = pauses.get(Math.min(attempts, pauses.size()) - 1);
    double factor = 1 + JITTER * (2 * random - 1);
    Instant next = now.plusMillis(Math.round(pause.toMillis() * factor));
    return next.isAfter(since.plus(giveUpAfter)) ? Optional.empty() : Optional.of(next);
  }

  /**
   * How long to wait before looking again whether a request has ended: a quarter of its age, from 5
   * s to 10 min.
   */
  static Duration untilNextLook(Duration age) {
    Duration quarter = age.dividedBy(4);
    if (quarter.compareTo(SHORTEST_WAIT) < 0) {
      return SHORTEST_WAIT;
    }
    return quarter.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : quarter;
  }
}
