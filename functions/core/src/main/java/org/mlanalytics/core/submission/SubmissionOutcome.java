package org.mlanalytics.core.submission;

import java.util.List;
import org.mlanalytics.core.source.RuleViolation;

/** What became of one message. Exactly one outcome per message, so that counts add up. */
public sealed interface SubmissionOutcome {

  /**
   * The submission is published.
   *
   * @param submissionId all rows of a submission go to the partition of its id
   * @param rows in the order of the answers; may be empty
   * @param putAside the answers that could not be published, in order
   */
  record Published(String submissionId, List<StreamRow> rows, List<PutAside> putAside)
      implements SubmissionOutcome {

    /** Keeps its own lists. */
    public Published {
      rows = List.copyOf(rows);
      putAside = List.copyOf(putAside);
    }

    /** What of this belongs to one answer: its rows, or why it is put aside. */
    public Published of(AnswerPath answer) {
      return new Published(
          submissionId,
          rows.stream().filter(row -> answer.covers(row.answer())).toList(),
          putAside.stream().filter(aside -> answer.covers(aside.path())).toList());
    }

    /** Whether some rows of an answer that is put aside are published nevertheless. */
    public boolean isPartlyPublished(PutAside aside) {
      return rows.stream().anyMatch(row -> aside.path().covers(row.answer()));
    }
  }

  /**
   * The submission is of a kind that is never published; it is counted and forgotten.
   *
   * @param reason {@code private}, {@code deleted} or {@code not-completed}
   */
  record Filtered(String reason) implements SubmissionOutcome {}

  /**
   * The message is put aside as a whole.
   *
   * @param code {@code not-json}, {@code not-utf8}, or {@code missing:}, {@code wrong-type:} or
   *     {@code timestamp:} with the path; the path of a value in a document that was looked up
   *     begins with its collection, like {@code solutions.name}
   * @param detail the types found and list indexes, never a value of the message
   */
  record Rejected(String code, String detail) implements SubmissionOutcome {

    /** What becomes of a message that breaks a rule. */
    public static Rejected of(RuleViolation violation) {
      return new Rejected(violation.code(), violation.detail());
    }
  }
}
