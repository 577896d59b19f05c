package org.mlanalytics.local.data;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * What decides whether and where a project is published.
 *
 * @param program the program's index, absent for a project without one
 */
record Placement(OptionalInt program, boolean isPrivate, boolean deleted) {

  private static final double PRIVATE_SHARE = 0.03;
  private static final double DELETED_SHARE = 0.02;
  private static final double NO_PROGRAM_SHARE = 0.01;

  /** Draws from the start of a project's random sequence. */
  static Placement draw(RandomGenerator random, ProgramSkew skew) {
    double kind = random.nextDouble();
    int program = skew.pick(random.nextDouble());
    boolean hidden = kind < PRIVATE_SHARE + DELETED_SHARE;
    boolean none = !hidden && kind < PRIVATE_SHARE + DELETED_SHARE + NO_PROGRAM_SHARE;
    return new Placement(
        none ? OptionalInt.empty() : OptionalInt.of(program),
        kind < PRIVATE_SHARE,
        hidden && kind >= PRIVATE_SHARE);
  }

  /** Whether a program's extraction reads it. */
  boolean matches() {
    return program.isPresent() && !isPrivate && !deleted;
  }
}
