package org.mlanalytics.core.submission;

import java.util.List;
import java.util.StringJoiner;
import org.mlanalytics.core.dataset.QuestionColumns;
import org.mlanalytics.core.dataset.SubmissionColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.text.Texts;

/** The columns of an answer that all its rows share, whatever kind of submission it is in. */
final class AnswerColumns {

  private static final String SEPARATOR = " , ";

  private final String evidenceBaseUrl;
  private final RowWriter row;

  AnswerColumns(String evidenceBaseUrl, RowWriter row) {
    this.evidenceBaseUrl = evidenceBaseUrl;
    this.row = row;
  }

  void write(Answer answer, QuestionPlace place) {
    row.put(SubmissionColumns.QUESTION_ID, answer.questionId())
        .put(SubmissionColumns.QUESTION_EXTERNAL_ID, answer.text("externalId"))
        .put(SubmissionColumns.QUESTION_RESPONSE_TYPE, answer.text("responseType"))
        .put(QuestionColumns.QUESTION_NAME, answer.questionText())
        .put(QuestionColumns.QUESTION_ECM, answer.text("evidenceMethod"))
        .put(QuestionColumns.CRITERIA_ID, answer.text("criteriaId"))
        .put(QuestionColumns.CRITERIA_EXTERNAL_ID, place.criterionExternalId())
        .put(QuestionColumns.CRITERIA_NAME, place.criterionName())
        .put(QuestionColumns.SECTION, place.section())
        .put(QuestionColumns.QUESTION_SEQUENCE_BY_ECM, place.sequence());
    if (Texts.isPresent(answer.remarks())) {
      row.put(QuestionColumns.REMARKS, Texts.quoted(answer.remarks()));
    }
    writeFiles(AnswerFile.listOf(answer.source()));
  }

  private void writeFiles(List<AnswerFile> files) {
    if (files.isEmpty()) {
      return;
    }
    StringJoiner evidences = new StringJoiner(SEPARATOR).setEmptyValue("");
    for (AnswerFile file : files) {
      if (file.sourcePath() != null) {
        evidences.add(evidenceBaseUrl + file.sourcePath());
      }
    }
    row.put(SubmissionColumns.EVIDENCE_COUNT, files.size());
    if (evidences.length() > 0) {
      row.put(QuestionColumns.EVIDENCES, evidences.toString());
    }
  }
}
