package org.mlanalytics.core.submission;

import org.mlanalytics.core.source.Value;

/**
 * What the rows of an observation say of its solution.
 *
 * @param scoringSystem may be null
 */
record Solution(Names names, String scoringSystem, QuestionSequence sequence, ThemeTree themes) {

  private static final String POINTS = "pointsBasedScoring";

  /** Looks the solution up; of an unknown one only the names are known that the message gives. */
  static Solution of(Value submission, Lookups lookups) {
    return lookups
        .find(LookupCollection.SOLUTIONS, submission.get("solutionId").mandatoryText())
        .map(found -> LookupCollection.SOLUTIONS.reading(() -> of(found)))
        .orElseGet(
            () ->
                new Solution(
                    Names.of(submission.get("solutionInfo")),
                    null,
                    QuestionSequence.NONE,
                    ThemeTree.EMPTY));
  }

  /** Whether there are columns for scores. */
  boolean hasPoints() {
    return POINTS.equals(scoringSystem);
  }

  private static Solution of(Value document) {
    return new Solution(
        Names.of(document),
        document.get("scoringSystem").text(),
        QuestionSequence.of(document.get("questionSequenceByEcm")),
        ThemeTree.of(document.get("themes")));
  }
}
