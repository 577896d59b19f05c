package org.mlanalytics.core.submission;

import java.util.function.Supplier;
import org.mlanalytics.core.source.RuleViolation;

/** A collection of the source database that rules of submissions look documents up in. */
public enum LookupCollection {
  /** Reads {@code name, description, scoringSystem, themes, questionSequenceByEcm}. */
  SOLUTIONS("solutions"),
  /** Reads {@code name, description}. */
  PROGRAMS("programs"),
  /** Reads {@code externalId, name, description, evidences}. */
  CRITERIA_QUESTIONS("criteriaQuestions"),
  /** Reads {@code name}. */
  OBSERVATIONS("observations");

  private final String key;

  LookupCollection(String key) {
    this.key = key;
  }

  /** The name in reason codes, and of the collection unless it is configured otherwise. */
  public String key() {
    return key;
  }

  /** Reads what was looked up here, so that a violation names the collection. */
  <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (RuleViolation violation) {
      throw violation.in(key);
    }
  }
}
