package org.mlanalytics.streaming;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mlanalytics.core.submission.PutAside;
import org.mlanalytics.core.submission.SubmissionOutcome;

/**
 * A message that is put aside, wholly or for one question. Neither code nor detail hold a value of
 * the message.
 *
 * @param questionId the question, null for the whole message
 * @param full whether the message goes along; else it stays where the dead letter's headers say
 */
record DeadLetter(
    ConsumerRecord<byte[], byte[]> message,
    String code,
    String detail,
    String questionId,
    boolean full) {

  private static final String TOO_LARGE = "too-large";

  static DeadLetter of(Message message, SubmissionOutcome.Rejected rejected) {
    return whole(message, rejected.code(), rejected.detail());
  }

  static DeadLetter of(Message message, PutAside answer) {
    return new DeadLetter(
        message.source(), answer.code(), answer.detail(), answer.questionId(), true);
  }

  /** A message, or a row of it, that exceeds the limit. */
  static DeadLetter tooLarge(Message message, String what, int bytes) {
    return whole(message, TOO_LARGE, what + " of " + bytes + " bytes");
  }

  /** A message whose rows the broker refuses to take, whatever the limit says. */
  static DeadLetter refused(Message message) {
    return new DeadLetter(
        message.source(), TOO_LARGE, "refused by the broker", message.redriveQuestion(), false);
  }

  /** A fault of the program: the message waits until it is mended, its neighbours do not. */
  static DeadLetter unexpected(Message message, RuntimeException fault) {
    return whole(message, "unexpected:" + fault.getClass().getSimpleName(), "fault of the program");
  }

  private static DeadLetter whole(Message message, String code, String detail) {
    return new DeadLetter(message.source(), code, detail, message.redriveQuestion(), true);
  }

  /** The kind of its reason: the code without its path. */
  String kind() {
    int colon = code.indexOf(':');
    return colon < 0 ? code : code.substring(0, colon);
  }
}
