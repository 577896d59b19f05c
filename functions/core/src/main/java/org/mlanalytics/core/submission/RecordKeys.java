package org.mlanalytics.core.submission;

/**
 * The keys of a submission's rows: {@code submission:question:instance:option:organisation}, of
 * evidence {@code submission:question}. In a part, {@code %} becomes {@code %25} and {@code :}
 * becomes {@code %3A}; what does not apply is empty.
 */
final class RecordKeys {

  private final String submission;

  RecordKeys(String submissionId) {
    this.submission = part(submissionId);
  }

  /** Of one question; the beginning of the keys of all its rows. */
  String question(String questionId) {
    return submission + ':' + part(questionId);
  }

  /** Of one row of a question. */
  static String row(String instance, String option, String organisation) {
    return instance + ':' + part(option) + ':' + part(organisation);
  }

  private static String part(String text) {
    return text == null ? "" : text.replace("%", "%25").replace(":", "%3A");
  }
}
