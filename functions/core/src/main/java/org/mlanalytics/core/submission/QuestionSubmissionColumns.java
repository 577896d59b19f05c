package org.mlanalytics.core.submission;

import org.mlanalytics.core.dataset.QuestionColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/** The columns that all question rows of a submission share, of an observation or a survey. */
final class QuestionSubmissionColumns {

  private QuestionSubmissionColumns() {}

  /**
   * Writes them.
   *
   * @param program the name of the program, may be null
   * @param solution the name of the solution, may be null
   */
  static void write(
      Value submission, String program, String solution, String parentChannel, RowWriter row) {
    row.put(QuestionColumns.CREATED_AT, submission.get("createdAt").text())
        .put(QuestionColumns.UPDATED_AT, submission.get("updatedAt").text())
        .put(QuestionColumns.IS_A_PRIVATE_PROGRAM, false)
        .put(QuestionColumns.PROGRAM_NAME, program)
        .put(QuestionColumns.SOLUTION_NAME, solution)
        .put(QuestionColumns.PARENT_CHANNEL, parentChannel);
  }
}
