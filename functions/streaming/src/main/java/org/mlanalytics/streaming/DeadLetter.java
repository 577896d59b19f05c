package org.mlanalytics.streaming;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mlanalytics.core.submission.AnswerPath;
import org.mlanalytics.core.submission.PutAside;
import org.mlanalytics.core.submission.StreamRow;
import org.mlanalytics.core.submission.SubmissionOutcome;

/**
 * A message that is put aside, wholly or for one answer. Neither code nor detail hold a value of
 * the message.
 *
 * @param questionId the question, null if unknown or for the whole message
 * @param answer where the answer is, null for the whole message
 * @param partly whether some rows of it are published nevertheless, so that it is not sent again
 * @param full whether the message's value goes along if it is small enough; else it becomes an
 *     object
 * @param row a row of it that is too large, else null
 */
record DeadLetter(
    ConsumerRecord<byte[], byte[]> message,
    String code,
    String detail,
    String questionId,
    AnswerPath answer,
    boolean partly,
    boolean full,
    StreamRow row) {

  static final String TOO_LARGE = "too-large";

  static DeadLetter of(Message message, SubmissionOutcome.Rejected rejected) {
    return whole(message, rejected.code(), rejected.detail(), true, null);
  }

  static DeadLetter of(Message message, PutAside answer, boolean partly) {
    return new DeadLetter(
        message.source(),
        answer.code(),
        answer.detail(),
        answer.questionId(),
        answer.path(),
        partly,
        true,
        null);
  }

  /** A message with a row that exceeds the limit. */
  static DeadLetter tooLarge(Message message, StreamRow row) {
    String detail = "a row of " + OutputRecords.size(row) + " bytes";
    return whole(message, TOO_LARGE, detail, true, row);
  }

  /** A message whose rows the broker refuses to take, whatever the limit says. */
  static DeadLetter refused(Message message) {
    return whole(message, TOO_LARGE, "refused by the broker", false, null);
  }

  /** A fault of the program: the message waits until it is mended, its neighbours do not. */
  static DeadLetter unexpected(Message message, RuntimeException fault) {
    String code = "unexpected:" + fault.getClass().getSimpleName();
    return whole(message, code, "fault of the program", true, null);
  }

  private static DeadLetter whole(
      Message message, String code, String detail, boolean full, StreamRow row) {
    AnswerPath answer = message.redriveAnswer();
    return new DeadLetter(message.source(), code, detail, null, answer, false, full, row);
  }

  /** The kind of its reason: the code without its path. */
  String kind() {
    int colon = code.indexOf(':');
    return colon < 0 ? code : code.substring(0, colon);
  }
}
