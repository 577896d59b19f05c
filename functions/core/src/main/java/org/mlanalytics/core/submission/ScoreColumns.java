package org.mlanalytics.core.submission;

import org.mlanalytics.core.dataset.QuestionColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.row.Scalar;
import org.mlanalytics.core.source.Value;

/** The columns of points. What is missing is empty. */
final class ScoreColumns {

  private ScoreColumns() {}

  static void writeSubmission(Value submission, RowWriter row) {
    row.put(QuestionColumns.TOTAL_SCORE, Scalar.orEmpty(submission.get("pointsBasedMaxScore")))
        .put(
            QuestionColumns.SCORE_ACHIEVED,
            Scalar.orEmpty(submission.get("pointsBasedScoreAchieved")))
        .put(
            QuestionColumns.TOTALPERCENTAGE,
            Scalar.orEmpty(submission.get("pointsBasedPercentageScore")));
  }

  static void writeAnswer(Answer answer, RowWriter row) {
    row.put(QuestionColumns.MAX_SCORE, Scalar.orEmpty(answer.get("maxScore")))
        .put(QuestionColumns.MIN_SCORE, Scalar.orEmpty(answer.get("scoreAchieved")))
        .put(QuestionColumns.PERCENTAGE_SCORE, Scalar.orEmpty(answer.get("percentageScore")))
        .put(
            QuestionColumns.POINTS_BASED_SCORE_IN_PARENT,
            Scalar.orEmpty(answer.get("pointsBasedScoreInParent")));
  }

  /** A survey has the columns, but no points. */
  static void writeEmpty(RowWriter row) {
    row.put(QuestionColumns.TOTAL_SCORE, "")
        .put(QuestionColumns.SCORE_ACHIEVED, "")
        .put(QuestionColumns.TOTALPERCENTAGE, "")
        .put(QuestionColumns.MAX_SCORE, "")
        .put(QuestionColumns.MIN_SCORE, "")
        .put(QuestionColumns.PERCENTAGE_SCORE, "")
        .put(QuestionColumns.POINTS_BASED_SCORE_IN_PARENT, "");
  }
}
