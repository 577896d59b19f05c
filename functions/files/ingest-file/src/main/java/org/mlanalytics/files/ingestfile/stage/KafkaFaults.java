package org.mlanalytics.files.ingestfile.stage;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** What a fault of Kafka means for a load. */
final class KafkaFaults {

  private KafkaFaults() {}

  /**
   * The fault with its code: another worker has the load, or the topic does not take it, or the
   * broker is away and the load goes on later.
   */
  static AnalyticsException coded(KafkaException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      ErrorCode code = code(cause);
      if (code != null) {
        return new AnalyticsException(code, cause.getClass().getSimpleName(), fault);
      }
    }
    return new AnalyticsException(ErrorCode.UNEXPECTED, fault.toString(), fault);
  }

  private static ErrorCode code(Throwable cause) {
    if (cause instanceof ProducerFencedException
        || cause instanceof InvalidProducerEpochException) {
      return ErrorCode.LEASE_LOST;
    }
    if (cause instanceof RecordTooLargeException
        || cause instanceof AuthorizationException
        || cause instanceof AuthenticationException
        || cause instanceof InvalidTopicException) {
      return ErrorCode.FILE_NOT_LOADED;
    }
    return cause instanceof RetriableException ? ErrorCode.BROKER_UNAVAILABLE : null;
  }
}
