package org.mlanalytics.files.checking.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mlanalytics.files.checking.reason.ReasonCode;

/**
 * A regular expression over slices of a buffer, with an end: a pattern of a schema that came with a
 * request must not be able to hold a worker.
 */
final class PatternRule {

  private static final int MAX_STEPS = 100_000;

  private final Slice slice = new Slice();
  private final Matcher matcher;

  /**
   * @throws java.util.regex.PatternSyntaxException when it is none
   */
  PatternRule(String pattern) {
    matcher = Pattern.compile(pattern).matcher(slice);
  }

  /** Returns null when the whole text matches. */
  ReasonCode check(char[] chars, int start, int length) {
    slice.chars = chars;
    slice.start = start;
    slice.length = length;
    slice.steps = MAX_STEPS;
    try {
      return matcher.reset().matches() ? null : ReasonCode.NO_MATCH;
    } catch (TooManySteps | StackOverflowError e) {
      // the engine recurses for a repeated group
      return ReasonCode.PATTERN_TOO_COSTLY;
    }
  }

  private static final class Slice implements CharSequence {

    private char[] chars;
    private int start;
    private int length;
    private int steps;

    @Override
    public char charAt(int index) {
      if (--steps < 0) {
        throw new TooManySteps();
      }
      return chars[start + index];
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new String(chars, start + from, to - from);
    }

    @Override
    public String toString() {
      return new String(chars, start, length);
    }
  }

  private static final class TooManySteps extends RuntimeException {

    TooManySteps() {
      super(null, null, false, false);
    }
  }
}
