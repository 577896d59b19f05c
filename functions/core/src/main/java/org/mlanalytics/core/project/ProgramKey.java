package org.mlanalytics.core.project;

import java.util.Optional;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.source.Value;

/**
 * The program of a project. Gathering programs and extracting a program's projects ask the same
 * question, so they ask it here.
 */
public final class ProgramKey {

  /** The reason code of a project without a program. */
  public static final String NO_PROGRAM = "no-program";

  private ProgramKey() {}

  /**
   * The program id as text: an ObjectId as hexadecimal digits, a number as it is stored, a date as
   * an instant. Empty if it is missing or null; {@code ""} is a program id.
   *
   * @throws org.mlanalytics.core.source.RuleViolation {@code wrong-type:<path>} for anything else
   */
  public static Optional<String> of(Value programId) {
    return Optional.ofNullable(programId.text());
  }

  /** What becomes of a project that has no program. */
  public static Outcome.Rejected excluded() {
    return Outcome.Rejected.excluded(NO_PROGRAM, "the project names no program");
  }
}
