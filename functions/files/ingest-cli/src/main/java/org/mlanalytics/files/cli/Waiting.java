package org.mlanalytics.files.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** Asks again until a request has ended. */
final class Waiting {

  private static final Duration PAUSE = Duration.ofMillis(500);

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description = "Wait at most so long until the request has ended, or all have.")
  private Integer seconds;

  boolean isAsked() {
    return seconds != null;
  }

  /** When waiting that begins now is over, as {@link System#nanoTime()} tells it. */
  long end() {
    return System.nanoTime() + (isAsked() ? TimeUnit.SECONDS.toNanos(seconds) : 0);
  }

  /**
   * Asks until the end.
   *
   * @return the last answer; one that has ended when waiting was asked for
   */
  JsonNode until(long end, String requestId, Supplier<Optional<JsonNode>> ask) {
    while (true) {
      Optional<JsonNode> status = ask.get();
      if (status.isPresent() && (!isAsked() || Lines.isEnded(status.get()))) {
        return status.get();
      }
      if (System.nanoTime() - end > 0) {
        throw CommandFailure.notEnded(requestId);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.unavailable("interrupted", e);
    }
  }
}
