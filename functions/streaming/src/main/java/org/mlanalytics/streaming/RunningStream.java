package org.mlanalytics.streaming;

import java.time.Duration;

/** A loop and its thread. */
record RunningStream(TransactionalLoop loop, Thread thread) {

  private static final Duration END = Duration.ofSeconds(20);

  static RunningStream start(TransactionalLoop loop) {
    Thread thread = new Thread(loop, loop.function());
    thread.start();
    return new RunningStream(loop, thread);
  }

  /** Waits, bounded, for the end of a loop that was told to stop. */
  void awaitEnd() {
    try {
      thread.join(END.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
