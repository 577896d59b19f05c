package org.mlanalytics.streaming;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.mlanalytics.local.Await;
import org.mlanalytics.runtime.stream.BatchCounts;
import org.mlanalytics.runtime.stream.StreamObserver;

/** Remembers what a loop tells. */
final class Recorded implements StreamObserver {

  private final AtomicReference<BatchCounts> total = new AtomicReference<>(BatchCounts.NONE);
  private final AtomicLong behind = new AtomicLong(-1);
  private final AtomicInteger waits = new AtomicInteger();
  private final AtomicInteger restarts = new AtomicInteger();
  private final AtomicInteger aborts = new AtomicInteger();

  BatchCounts total() {
    return total.get();
  }

  /** What was not fetched at the last poll. */
  long behind() {
    return behind.get();
  }

  int restarts() {
    return restarts.get();
  }

  int aborts() {
    return aborts.get();
  }

  void awaitRead(long messages) {
    Await.until(messages + " messages", Streams.SOON, () -> total().in() >= messages);
  }

  void awaitWaits(int count) {
    Await.until(count + " waits", Streams.SOON, () -> waits.get() >= count);
  }

  @Override
  public void committed(String function, BatchCounts counts) {
    total.accumulateAndGet(counts, BatchCounts::plus);
  }

  @Override
  public void behind(String function, long messages) {
    behind.set(messages);
  }

  @Override
  public void waiting(String function, RuntimeException fault) {
    waits.incrementAndGet();
  }

  @Override
  public void aborted(String function, RuntimeException fault) {
    aborts.incrementAndGet();
  }

  @Override
  public void restarting(String function, RuntimeException fault) {
    restarts.incrementAndGet();
  }
}
