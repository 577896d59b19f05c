package org.mlanalytics.files.ingestfile.queue;

import org.mlanalytics.files.ingestfile.request.AcceptedRequest;

/** Where accepted requests wait for a worker. */
public interface RequestQueue {

  /**
   * Puts a request into the queue of its priority; returns when the queue has it for good.
   *
   * @throws org.mlanalytics.runtime.error.AnalyticsException when the queue is away; the request
   *     may be sent once more
   */
  void put(AcceptedRequest accepted);
}
