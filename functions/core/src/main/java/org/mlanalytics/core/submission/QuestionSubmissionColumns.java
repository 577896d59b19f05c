package org.mlanalytics.core.submission;

import org.mlanalytics.core.dataset.QuestionColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/** The columns that all question rows of a submission share, of an observation or a survey. */
final class QuestionSubmissionColumns {

  private QuestionSubmissionColumns() {}

  static void write(
      Value submission, Names program, Names solution, String parentChannel, RowWriter row) {
    row.put(QuestionColumns.CREATED_AT, submission.get("createdAt").text())
        .put(QuestionColumns.UPDATED_AT, submission.get("updatedAt").text())
        .put(QuestionColumns.IS_A_PRIVATE_PROGRAM, false)
        .put(QuestionColumns.PROGRAM_NAME, program.name())
        .put(QuestionColumns.SOLUTION_NAME, solution.name())
        .put(QuestionColumns.PARENT_CHANNEL, parentChannel);
  }
}
