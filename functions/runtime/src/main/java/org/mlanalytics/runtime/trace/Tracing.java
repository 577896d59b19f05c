package org.mlanalytics.runtime.trace;

import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.run.ClaimRequest;

/**
 * Where the work of functions is traced. Trace contexts travel with runs and events whether or not
 * an implementation that makes spans is in the class path.
 */
public interface Tracing {

  /** Begins to process an event; what this thread does until the result is closed belongs to it. */
  Scope processing(StepEvent event);

  /** Begins an attempt of a run, before it is claimed; it is forgotten unless work on it begins. */
  AttemptSpan attempt(ClaimRequest request);

  /** Something that this thread is at. */
  interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
