package org.mlanalytics.streaming;

import java.time.Duration;
import java.util.List;

/** A loop and its thread. */
record RunningStream(TransactionalLoop loop, Thread thread) {

  private static final Duration END = Duration.ofSeconds(8);

  static RunningStream start(TransactionalLoop loop) {
    Thread thread = new Thread(loop, loop.function());
    thread.start();
    return new RunningStream(loop, thread);
  }

  /**
   * Waits, bounded, for the ends of loops that were told to stop. Those that wait for a broker are
   * interrupted together, so that many take no longer than one: what they have not committed is
   * read again.
   */
  static void awaitEnds(List<RunningStream> running) {
    awaitEnds(running.stream().map(RunningStream::thread).toList(), END);
  }

  static void awaitEnds(List<Thread> threads, Duration limit) {
    try {
      join(threads, limit);
      threads.forEach(Thread::interrupt);
      join(threads, limit);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(List<Thread> threads, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (Thread thread : threads) {
      // a join of 0 ms would be one without a limit
      thread.join(Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
    }
  }
}
