package org.mlanalytics.runtime.stream;

import java.util.Map;

/** Is told what a stream function does, by the function's only thread. Must not block or throw. */
public interface StreamObserver {

  /** A transaction is committed: these counts are final. */
  default void committed(String function, BatchCounts counts) {}

  /** The same transaction, by partition of the topic that it consumed. */
  default void consumed(String function, String topic, Map<Integer, PartitionCounts> partitions) {}

  /** After a poll: messages of the function's partitions that it has not fetched yet. */
  default void behind(String function, long messages) {}

  /** MongoDB or the object store is away: nothing is consumed until it is back. */
  default void waiting(String function, RuntimeException fault) {}

  /** A transaction was aborted; its messages are read again. */
  default void aborted(String function, RuntimeException fault) {}

  /** The Kafka clients are closed and made anew. */
  default void restarting(String function, RuntimeException fault) {}
}
