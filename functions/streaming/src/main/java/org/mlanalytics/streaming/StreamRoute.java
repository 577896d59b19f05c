package org.mlanalytics.streaming;

import org.mlanalytics.core.submission.SubmissionRules;

/**
 * From which topic to which one function leads.
 *
 * @param function its name
 * @param maxBytes a message or row with more bytes, its key included, is too large
 */
record StreamRoute(
    String function,
    String rowKind,
    String inputTopic,
    String sinkTopic,
    SubmissionRules rules,
    int maxBytes) {

  static StreamRoute of(StreamFunction function, int maxBytes) {
    return new StreamRoute(
        function.name(),
        function.rowKind(),
        function.inputTopic(),
        function.sinkTopic(),
        function.rules(),
        maxBytes);
  }

  /** Where messages go that cannot be published. */
  String deadLetterTopic() {
    return inputTopic + StreamHeaders.DEAD_LETTERS;
  }
}
