package org.mlanalytics.runtime.event;

import java.util.concurrent.CompletionStage;

/** Where step events go. */
public interface StepEvents {

  /**
   * Sends one event.
   *
   * @return completed when the broker has acknowledged it, or exceptionally
   */
  CompletionStage<Void> send(StepEvent event);
}
