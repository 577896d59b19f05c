package org.mlanalytics.core.row;

import org.mlanalytics.core.source.RuleViolation;

/** What became of one source document. Exactly one outcome per document, so that counts add up. */
public sealed interface Outcome {

  /** The document gave this many rows, all handed to the sink. At least one. */
  record Rows(int count) implements Outcome {}

  /**
   * The document is of a kind that is never published; it is counted and forgotten.
   *
   * @param reason {@code private}, {@code deleted} or {@code not-completed}
   */
  record Filtered(String reason) implements Outcome {}

  /**
   * The document is put aside with its reason; no row of it reached the sink.
   *
   * @param clazz whether the reject counts against the limit
   * @param code such as {@code no-program}, {@code missing:_id}, {@code wrong-type:tasks[].name}
   * @param detail the types found and list indexes, never a value of the document
   */
  record Rejected(RejectClass clazz, String code, String detail) implements Outcome {

    /** A document that broke a rule. */
    public static Rejected malformed(RuleViolation violation) {
      return new Rejected(RejectClass.MALFORMED, violation.code(), violation.detail());
    }

    /** A sound document that nothing is published of. */
    public static Rejected excluded(String code, String detail) {
      return new Rejected(RejectClass.EXCLUDED, code, detail);
    }
  }
}
