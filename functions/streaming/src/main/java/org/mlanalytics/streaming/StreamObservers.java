package org.mlanalytics.streaming;

import java.util.List;
import java.util.Map;
import org.mlanalytics.runtime.stream.BatchCounts;
import org.mlanalytics.runtime.stream.PartitionCounts;
import org.mlanalytics.runtime.stream.StreamObserver;

/** Tells several observers. */
record StreamObservers(List<StreamObserver> observers) implements StreamObserver {

  @Override
  public void committed(String function, BatchCounts counts) {
    observers.forEach(observer -> observer.committed(function, counts));
  }

  @Override
  public void consumed(String function, String topic, Map<Integer, PartitionCounts> partitions) {
    observers.forEach(observer -> observer.consumed(function, topic, partitions));
  }

  @Override
  public void behind(String function, long messages) {
    observers.forEach(observer -> observer.behind(function, messages));
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
