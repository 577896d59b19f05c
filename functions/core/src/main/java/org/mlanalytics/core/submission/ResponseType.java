package org.mlanalytics.core.submission;

import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;

/** The kinds of questions, by their names in a submission. */
enum ResponseType {
  TEXT("text"),
  NUMBER("number"),
  SLIDER("slider"),
  DATE("date"),
  RADIO("radio"),
  MULTISELECT("multiselect"),
  MATRIX("matrix"),
  PAGE_QUESTIONS("pageQuestions");

  private final String key;

  ResponseType(String key) {
    this.key = key;
  }

  /**
   * The type of an answer.
   *
   * @throws RuleViolation {@code unknown-response-type} for any other and for none
   */
  static ResponseType of(Value answer) {
    Value responseType = answer.get("responseType");
    String name = responseType.text();
    for (ResponseType type : values()) {
      if (type.key.equals(name)) {
        return type;
      }
    }
    throw unknown(responseType, responseType.type() + " that names no type of questions");
  }

  static RuleViolation unknown(Value responseType, String detail) {
    return new RuleViolation(
        "unknown-response-type", responseType.path(), detail + " at " + responseType.location());
  }
}
