package org.mlanalytics.streaming;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mlanalytics.core.source.JsonValue;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.submission.AnswerPath;
import org.mlanalytics.core.submission.SubmissionOutcome;

/**
 * A consumed message.
 *
 * @param submission null if the outcome is decided
 * @param decided what becomes of a message that no rule has to look at, else null
 */
record Message(ConsumerRecord<byte[], byte[]> source, Value submission, SubmissionOutcome decided) {

  private static final String ANOTHER_FUNCTION = "another-function";

  /**
   * Reads a message. One that is too large, or that is sent again for another function, is not even
   * looked at.
   */
  static Message read(ConsumerRecord<byte[], byte[]> source, StreamRoute route) {
    String addressee = StreamHeaders.text(source.headers(), StreamHeaders.REDRIVE_FUNCTION);
    if (addressee != null && !addressee.equals(route.function())) {
      return decided(source, new SubmissionOutcome.Filtered(ANOTHER_FUNCTION));
    }
    int size = OutputRecords.size(source);
    if (size > route.maxBytes()) {
      return rejected(source, DeadLetter.TOO_LARGE, "a message of " + size + " bytes");
    }
    if (source.value() == null) {
      return rejected(source, "not-json", "no value");
    }
    try {
      return new Message(source, JsonValue.document(source.value()), null);
    } catch (RuleViolation violation) {
      return decided(source, SubmissionOutcome.Rejected.of(violation));
    }
  }

  private static Message rejected(
      ConsumerRecord<byte[], byte[]> source, String code, String detail) {
    return decided(source, new SubmissionOutcome.Rejected(code, detail));
  }

  private static Message decided(ConsumerRecord<byte[], byte[]> source, SubmissionOutcome outcome) {
    return new Message(source, null, outcome);
  }

  boolean isReadable() {
    return decided == null;
  }

  /** The only answer whose rows are wanted, null for all. */
  AnswerPath redriveAnswer() {
    String path = StreamHeaders.text(source.headers(), StreamHeaders.REDRIVE_ANSWER);
    return path == null ? null : new AnswerPath(path);
  }
}
