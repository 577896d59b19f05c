package org.mlanalytics.streaming;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mlanalytics.runtime.stream.StreamObserver;

/**
 * Consumes, transforms and publishes in one thread until it is stopped. Rows and the offsets of
 * their messages are committed together; when clients break, new ones take their place.
 */
final class TransactionalLoop implements Runnable {

  /** What the loop is at. */
  enum State {
    STARTING,
    RUNNING,
    /** MongoDB or the object store is away. */
    WAITING,
    /** Kafka is away, or does not take what it is sent. */
    RESTARTING,
    STOPPED
  }

  private final String function;
  private final Supplier<StreamSession> sessions;
  private final StreamObserver observer;
  private final Backoff backoff;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile State state = State.STARTING;
  private volatile StreamSession session;

  /**
   * A loop.
   *
   * @param sessions makes new clients
   */
  TransactionalLoop(
      String function, Supplier<StreamSession> sessions, StreamObserver observer, Backoff backoff) {
    this.function = function;
    this.sessions = sessions;
    this.observer = observer;
    this.backoff = backoff;
  }

  @Override
  public void run() {
    try {
      while (!isStopping()) {
        runSession();
      }
    } finally {
      state = State.STOPPED;
    }
  }

  private void runSession() {
    try (StreamSession current = sessions.get()) {
      session = current;
      current.open();
      while (!isStopping()) {
        after(current.step());
      }
    } catch (RuntimeException fault) {
      if (!isStopping()) {
        state = State.RESTARTING;
        observer.restarting(function, fault);
        await(backoff.next());
      }
    }
  }

  private void after(StreamSession.Step step) {
    switch (step) {
      case IDLE -> state = state == State.WAITING ? State.WAITING : State.RUNNING;
      case HELD -> state = State.WAITING;
      case COMMITTED -> {
        state = State.RUNNING;
        backoff.reset();
      }
      case ABORTED -> {
        state = State.RESTARTING;
        await(backoff.next());
      }
    }
  }

  private void await(Duration pause) {
    try {
      stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      stop.countDown();
    }
  }

  private boolean isStopping() {
    return stop.getCount() == 0;
  }

  /** What the loop is at. */
  State state() {
    return state;
  }

  /** The name of the function. */
  String function() {
    return function;
  }

  /** Ends the loop after the transaction that is under way; returns at once. */
  void stop() {
    stop.countDown();
    StreamSession current = session;
    if (current != null) {
      current.wakeup();
    }
  }
}
