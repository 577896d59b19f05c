package org.mlanalytics.streaming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunningStreamTest {

  private static final int STREAMS = 4;

  private final CyclicBarrier interrupted = new CyclicBarrier(STREAMS);
  private final AtomicInteger together = new AtomicInteger();

  @Test
  void loopsThatWaitForABrokerAreInterruptedTogether() {
    List<Thread> threads =
        Stream.generate(() -> new Thread(this::waitForABroker)).limit(STREAMS).toList();
    threads.forEach(Thread::start);

    RunningStream.awaitEnds(threads, Duration.ofSeconds(1));

    threads.forEach(thread -> assertFalse(thread.isAlive()));
    assertEquals(STREAMS, together.get());
  }

  private void waitForABroker() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException end) {
      meetTheOthers();
    }
  }

  /** One after the other, they would have to wait for each other for longer than this. */
  private void meetTheOthers() {
    try {
      interrupted.await(500, TimeUnit.MILLISECONDS);
      together.incrementAndGet();
    } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
      Thread.currentThread().interrupt();
    }
  }
}
