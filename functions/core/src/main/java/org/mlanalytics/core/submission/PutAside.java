package org.mlanalytics.core.submission;

import org.mlanalytics.core.source.RuleViolation;

/**
 * An answer of which nothing, or not everything, is published, while the rest of its submission is.
 *
 * @param path where the answer is
 * @param questionId the question, or the name under which the answer is stored; null if there is
 *     neither
 * @param code {@code text-not-text}, {@code no-matching-option}, {@code unknown-response-type},
 *     {@code duplicate-question}, {@code wrong-type:<path>} or {@code missing:<path>}
 * @param detail the types found and list indexes, never a value of the submission
 */
public record PutAside(AnswerPath path, String questionId, String code, String detail) {

  static PutAside of(AnswerPath path, String questionId, RuleViolation violation) {
    return new PutAside(path, questionId, violation.code(), violation.detail());
  }
}
