package org.mlanalytics.streaming;

import java.util.List;

/** Tells several observers. */
record StreamObservers(List<StreamObserver> observers) implements StreamObserver {

  @Override
  public void committed(String function, BatchCounts counts) {
    observers.forEach(observer -> observer.committed(function, counts));
  }

  @Override
  public void waiting(String function, RuntimeException fault) {
    observers.forEach(observer -> observer.waiting(function, fault));
  }

  @Override
  public void aborted(String function, RuntimeException fault) {
    observers.forEach(observer -> observer.aborted(function, fault));
  }

  @Override
  public void restarting(String function, RuntimeException fault) {
    observers.forEach(observer -> observer.restarting(function, fault));
  }
}
