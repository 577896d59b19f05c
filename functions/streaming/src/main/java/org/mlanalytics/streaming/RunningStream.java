package org.mlanalytics.streaming;

import java.time.Duration;

/** A loop and its thread. */
record RunningStream(TransactionalLoop loop, Thread thread) {

  private static final Duration END = Duration.ofSeconds(8);

  static RunningStream start(TransactionalLoop loop) {
    Thread thread = new Thread(loop, loop.function());
    thread.start();
    return new RunningStream(loop, thread);
  }

  /**
   * Waits, bounded, for the end of a loop that was told to stop. One that waits for a broker is
   * interrupted: what it has not committed is read again.
   */
  void awaitEnd() {
    try {
      thread.join(END.toMillis());
      thread.interrupt();
      thread.join(END.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
