package org.mlanalytics.core.submission;

import org.mlanalytics.core.row.RowWriter;

/** What a row of an answer says beyond the answer, in the way of observations or of surveys. */
interface QuestionContext {

  /** Where the question of an answer stands. */
  QuestionPlace place(Answer answer);

  /** Where a matrix question stands, as the rows of its answers tell it. */
  QuestionPlace parentPlace(Answer matrix);

  /** Writes the columns of the answer that only this kind of submission has. */
  void write(Answer answer, RowWriter row);
}
