package org.mlanalytics.core.submission;

import java.util.Optional;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.source.ValueType;

/** Which submissions are published: completed ones of public programs that are not deleted. */
final class Visibility {

  private static final String COMPLETED = "completed";

  private Visibility() {}

  /**
   * Why the submission is not published: {@code private}, {@code deleted} or {@code not-completed},
   * the first that holds; empty if it is to be published. A missing {@code isAPrivateProgram} is
   * private, a missing {@code deleted} not deleted, a missing {@code status} not completed.
   *
   * @throws org.mlanalytics.core.source.RuleViolation {@code wrong-type:<path>} if nothing filters
   *     the submission, and a flag is no boolean or the status no text
   */
  static Optional<String> filtered(Value submission) {
    Value isPrivate = submission.get("isAPrivateProgram");
    Value deleted = submission.get("deleted");
    Value status = submission.get("status");
    if (isPrivate.isAbsent() || isTrue(isPrivate)) {
      return Optional.of("private");
    }
    if (isTrue(deleted)) {
      return Optional.of("deleted");
    }
    if (status.isAbsent() || isOther(status)) {
      return Optional.of("not-completed");
    }
    isPrivate.flag();
    deleted.flag();
    status.text();
    return Optional.empty();
  }

  private static boolean isTrue(Value flag) {
    return flag.type() == ValueType.BOOLEAN && flag.flag();
  }

  private static boolean isOther(Value status) {
    return switch (status.type()) {
      case TEXT, INTEGER, NUMBER, ID, INSTANT -> !COMPLETED.equals(status.text());
      default -> false;
    };
  }
}
