package org.mlanalytics.files.ingestfile.queue;

import org.mlanalytics.files.ingestfile.request.Priority;

/**
 * Lets a fixed number of requests through at a time: of those that wait, the ones of the highest
 * priority first.
 */
public final class PriorityGate {

  private final int[] waiting = new int[Priority.values().length];
  private int free;

  /**
   * @param permits how many requests may be worked on at the same time
   */
  public PriorityGate(int permits) {
    this.free = permits;
  }

  /** Does the work as soon as it is its turn. */
  public void pass(Priority priority, Runnable work) {
    enter(priority);
    try {
      work.run();
    } finally {
      leave();
    }
  }

  /** How many wait, of all priorities. */
  synchronized int waiting() {
    int all = 0;
    for (int count : waiting) {
      all += count;
    }
    return all;
  }

  private synchronized void enter(Priority priority) {
    waiting[priority.ordinal()]++;
    try {
      while (free == 0 || isAnybodyBefore(priority)) {
        wait();
      }
      free--;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a request waited for its turn", e);
    } finally {
      waiting[priority.ordinal()]--;
      notifyAll();
    }
  }

  private synchronized void leave() {
    free++;
    notifyAll();
  }

  private boolean isAnybodyBefore(Priority priority) {
    for (int i = 0; i < priority.ordinal(); i++) {
      if (waiting[i] > 0) {
        return true;
      }
    }
    return false;
  }
}
