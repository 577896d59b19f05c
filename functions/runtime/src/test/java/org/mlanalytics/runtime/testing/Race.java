package org.mlanalytics.runtime.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Threads that do something at the same moment. */
public final class Race implements AutoCloseable {

  private final int threads;
  private final ExecutorService executor;

  /** A race of so many threads, to be run any number of times. */
  public Race(int threads) {
    this.threads = threads;
    this.executor = Executors.newFixedThreadPool(threads);
  }

  /**
   * Runs once.
   *
   * @param runner what a thread does, by its number from 0
   * @return what they returned, in the order of their numbers
   */
  public <T> List<T> run(IntFunction<T> runner) throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(threads);
    List<Callable<T>> runners = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      runners.add(
          () -> {
            start.await(30, TimeUnit.SECONDS);
            return runner.apply(number);
          });
    }
    List<T> results = new ArrayList<>();
    for (Future<T> future : executor.invokeAll(runners)) {
      results.add(future.get());
    }
    return results;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
