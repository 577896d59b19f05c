package org.mlanalytics.core.submission;

import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;

/**
 * One answer to one question.
 *
 * @param questionId {@code qid}, else the name under which the answer is stored
 */
record Answer(String questionId, Value source) {

  /**
   * Reads which question is answered.
   *
   * @param name may be null, if answers are stored as a list
   * @throws RuleViolation {@code missing:<path>} if there is neither a {@code qid} nor a name
   */
  static Answer of(String name, Value source) {
    Value qid = source.get("qid");
    return new Answer(name == null || !qid.isAbsent() ? qid.mandatoryText() : name, source);
  }

  Value get(String field) {
    return source.get(field);
  }

  /** A field as text, may be null. */
  String text(String field) {
    return source.get(field).text();
  }

  /** The first text of the question, may be null. */
  String questionText() {
    for (Value text : source.get("question").elements()) {
      return text.text();
    }
    return null;
  }

  /** {@code duplicate-question}: its rows would have the keys of another answer's. */
  RuleViolation duplicate() {
    return new RuleViolation(
        "duplicate-question",
        source.path(),
        "a second answer to the same question at " + source.location());
  }

  /** {@code remarks} as they are, may be null. */
  String remarks() {
    return text("remarks");
  }
}
