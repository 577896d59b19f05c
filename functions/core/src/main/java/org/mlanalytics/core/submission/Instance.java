package org.mlanalytics.core.submission;

import org.mlanalytics.core.dataset.QuestionColumns;
import org.mlanalytics.core.row.RowWriter;

/**
 * Where an answer is given: in an instance of a matrix, or outside any.
 *
 * @param number its part of the record key, empty outside a matrix
 * @param columns what all rows of the instance share, to be spliced into them
 */
record Instance(String number, byte[] columns) {

  /** The columns of an answer that belongs to no matrix. */
  static Instance none(RowWriter row) {
    int mark = row.mark();
    row.put(QuestionColumns.INSTANCE_ID, "")
        .put(QuestionColumns.INSTANCE_PARENT_QUESTION, "")
        .put(QuestionColumns.INSTANCE_PARENT_ID, "")
        .put(QuestionColumns.INSTANCE_PARENT_RESPONSETYPE, "")
        .put(QuestionColumns.INSTANCE_PARENT_EXTERNAL_ID, "")
        .put(QuestionColumns.INSTANCE_PARENT_ECM_SEQUENCE, "");
    return new Instance("", row.cut(mark));
  }

  /** The columns of the answers of one instance of a matrix. */
  static Instance of(int number, byte[] parent, RowWriter row) {
    int mark = row.mark();
    row.splice(parent).put(QuestionColumns.INSTANCE_ID, number);
    return new Instance(Integer.toString(number), row.cut(mark));
  }

  /** What a matrix question says of itself in the rows of its answers. */
  static byte[] parent(Answer matrix, QuestionPlace place, RowWriter row) {
    int mark = row.mark();
    row.put(QuestionColumns.INSTANCE_PARENT_QUESTION, matrix.questionText())
        .put(QuestionColumns.INSTANCE_PARENT_ID, matrix.questionId())
        .put(QuestionColumns.INSTANCE_PARENT_RESPONSETYPE, matrix.text("responseType"))
        .put(QuestionColumns.INSTANCE_PARENT_EXTERNAL_ID, matrix.text("externalId"))
        .put(QuestionColumns.INSTANCE_PARENT_ECM_SEQUENCE, place.sequence())
        .put(QuestionColumns.INSTANCE_PARENT_CRITERIA_ID, matrix.text("criteriaId"))
        .put(QuestionColumns.INSTANCE_PARENT_CRITERIA_EXTERNAL_ID, place.criterionExternalId())
        .put(QuestionColumns.INSTANCE_PARENT_CRITERIA_NAME, place.criterionName())
        .put(QuestionColumns.INSTANCE_PARENT_SECTION, place.section());
    return row.cut(mark);
  }
}
