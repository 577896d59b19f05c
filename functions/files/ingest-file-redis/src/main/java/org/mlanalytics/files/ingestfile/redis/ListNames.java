package org.mlanalytics.files.ingestfile.redis;

import org.mlanalytics.files.ingestfile.request.Priority;

/** The keys of the queue in Redis. */
record ListNames(String prefix) {

  /** Requests that wait: producers push on the left, workers take from the right. */
  String waiting(Priority priority) {
    return prefix + ":" + priority.label();
  }

  /** What a worker has taken from the list of a priority. */
  String taken(String worker, Priority priority) {
    return prefix + ":processing:" + worker + ":" + priority.label();
  }

  /** Exists while a worker lives. */
  String heartbeat(String worker) {
    return prefix + ":worker:" + worker;
  }

  /** Sorted set of workers by the second of their last sign of life. */
  String workers() {
    return prefix + ":workers";
  }

  /** Dead letters, the newest on the left. */
  String dead() {
    return prefix + ":dead";
  }
}
