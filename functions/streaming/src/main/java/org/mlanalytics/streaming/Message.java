package org.mlanalytics.streaming;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.mlanalytics.core.source.JsonValue;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.submission.SubmissionOutcome;

/**
 * A consumed message.
 *
 * @param submission null if it cannot be read
 * @param unreadable why it cannot be read, else null
 */
record Message(
    ConsumerRecord<byte[], byte[]> source,
    Value submission,
    SubmissionOutcome.Rejected unreadable) {

  /** Reads a message; one that is too large is not even looked at. */
  static Message read(ConsumerRecord<byte[], byte[]> source, int maxBytes) {
    int size = OutputRecords.size(source);
    if (size > maxBytes) {
      return rejected(source, "too-large", "a message of " + size + " bytes");
    }
    if (source.value() == null) {
      return rejected(source, "not-json", "no value");
    }
    try {
      return new Message(source, JsonValue.document(source.value()), null);
    } catch (RuleViolation violation) {
      return new Message(source, null, SubmissionOutcome.Rejected.of(violation));
    }
  }

  private static Message rejected(
      ConsumerRecord<byte[], byte[]> source, String code, String detail) {
    return new Message(source, null, new SubmissionOutcome.Rejected(code, detail));
  }

  boolean isReadable() {
    return unreadable == null;
  }

  /** The only question whose rows are wanted, null for all. */
  String redriveQuestion() {
    Header header = source.headers().lastHeader(OutputRecords.REDRIVE_QUESTION);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
