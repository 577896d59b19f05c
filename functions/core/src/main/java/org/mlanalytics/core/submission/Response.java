package org.mlanalytics.core.submission;

import org.mlanalytics.core.dataset.QuestionColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.row.Scalar;
import org.mlanalytics.core.text.Texts;

/**
 * What one row says of an answer.
 *
 * @param answer {@code questionAnswer}
 * @param label {@code questionResponseLabel}
 * @param number {@code questionResponseLabel_number}, null unless a number was asked for
 * @param option the option's part of the record key, empty unless the question is a choice
 */
record Response(Scalar answer, Scalar label, Scalar number, String option) {

  private static final String NO_OPTION = "";

  /** The answer itself is the label. */
  static Response free(ResponseType type, Scalar answer) {
    Scalar label =
        type == ResponseType.TEXT ? Scalar.text(Texts.quoted(answer.text())) : orEmpty(answer);
    return new Response(answer, label, number(type, answer), NO_OPTION);
  }

  /** An option was chosen. */
  static Response chosen(ResponseType type, Option option) {
    boolean choice = type == ResponseType.RADIO || type == ResponseType.MULTISELECT;
    return new Response(
        option.value(),
        orEmpty(Scalar.of(option.label())),
        number(type, option.value()),
        choice ? option.value().text() : NO_OPTION);
  }

  void writeTo(RowWriter row) {
    row.put(QuestionColumns.QUESTION_ANSWER, answer)
        .put(QuestionColumns.QUESTION_RESPONSE_LABEL, label)
        .put(QuestionColumns.QUESTION_RESPONSE_LABEL_NUMBER, number);
  }

  private static Scalar number(ResponseType type, Scalar answer) {
    if (type != ResponseType.NUMBER) {
      return null;
    }
    return answer.isEmpty() ? Scalar.ZERO : answer;
  }

  private static Scalar orEmpty(Scalar label) {
    return label == null || label.isEmpty() ? Scalar.EMPTY : label;
  }
}
