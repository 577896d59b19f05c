package org.mlanalytics.runtime.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.event.StepEvents;

/** A broker that keeps what it is sent, and refuses what a test wants it to refuse. */
public final class RecordedEvents implements StepEvents {

  private final List<StepEvent> taken = new CopyOnWriteArrayList<>();
  private volatile Predicate<StepEvent> refused = event -> false;

  /** From now on these events are not acknowledged. */
  public void refuse(Predicate<StepEvent> events) {
    refused = events;
  }

  /** Events that were acknowledged, in order. */
  public List<StepEvent> taken() {
    return List.copyOf(taken);
  }

  /** Ids of the acknowledged events, in order. */
  public List<String> ids() {
    return taken.stream().map(StepEvent::id).toList();
  }

  @Override
  public CompletionStage<Void> send(StepEvent event) {
    if (refused.test(event)) {
      return CompletableFuture.failedFuture(new IllegalStateException("refused"));
    }
    taken.add(event);
    return CompletableFuture.completedFuture(null);
  }
}
