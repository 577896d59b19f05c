package org.mlanalytics.streaming;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Tells which faults of a transaction need new clients. */
final class Fatal {

  private Fatal() {}

  /**
   * Whether the transaction cannot even be aborted. A time-out leaves open whether it is committed:
   * a new producer finds out. That the group is rebalanced meanwhile is no reason for new clients:
   * to leave and join again would rebalance it once more, and the next transaction of every other
   * member would fail by that.
   */
  static boolean isFatal(KafkaException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException
          || cause instanceof OutOfOrderSequenceException
          || cause instanceof FencedInstanceIdException
          || cause instanceof AuthorizationException
          || cause instanceof UnsupportedVersionException
          || cause instanceof TimeoutException) {
        return true;
      }
    }
    return false;
  }

  /** Whether another producer has taken over. */
  static boolean isShutOut(KafkaException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }

  /** Whether a broker or the client refuses a record for its size. */
  static boolean isTooLarge(KafkaException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof RecordTooLargeException) {
        return true;
      }
    }
    return false;
  }
}
