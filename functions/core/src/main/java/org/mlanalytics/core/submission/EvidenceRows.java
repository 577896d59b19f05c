package org.mlanalytics.core.submission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.mlanalytics.core.dataset.EvidenceColumns;
import org.mlanalytics.core.dataset.SubmissionColumns;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/**
 * Collects one row for every answer of a submission that has files. The files of a matrix's
 * instances are those of the digests of its questions. The first answer to a question counts, even
 * if it is put aside.
 */
final class EvidenceRows {

  private static final String SEPARATOR = ",";

  private final RowWriter row;
  private final RecordKeys keys;
  private final int common;
  private final List<StreamRow> rows = new ArrayList<>();
  private final List<PutAside> putAside = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * A collector.
   *
   * @param row holds what all rows of the submission share
   */
  EvidenceRows(RowWriter row, RecordKeys keys) {
    this.row = row;
    this.keys = keys;
    this.common = row.mark();
  }

  SubmissionOutcome.Published publish(String submissionId, Answers answers) {
    putAside.addAll(answers.putAside());
    answers.sound().forEach(this::add);
    return new SubmissionOutcome.Published(submissionId, rows, putAside);
  }

  private void add(Value.Field field) {
    String questionId = field.name();
    try {
      List<AnswerFile> files = AnswerFile.listOf(field.value());
      if (!files.isEmpty()) {
        Answer answer = Answer.of(field.name(), field.value());
        questionId = answer.questionId();
        add(AnswerPath.of(field.name()), answer, files);
      }
    } catch (RuleViolation violation) {
      taken.add(keys.question(questionId));
      putAside.add(PutAside.of(AnswerPath.of(field.name()), questionId, violation));
    }
    row.rewind(common);
  }

  private void add(AnswerPath path, Answer answer, List<AnswerFile> files) {
    String key = keys.question(answer.questionId());
    if (!taken.add(key)) {
      throw answer.duplicate();
    }
    row.put(SubmissionColumns.QUESTION_ID, answer.questionId())
        .put(SubmissionColumns.QUESTION_EXTERNAL_ID, Texts.orEmpty(answer.text("externalId")))
        .put(SubmissionColumns.QUESTION_RESPONSE_TYPE, answer.text("responseType"))
        .put(EvidenceColumns.QUESTION_NAME, Texts.orEmpty(answer.questionText()))
        .put(EvidenceColumns.REMARKS, Texts.orEmpty(answer.remarks()))
        .put(SubmissionColumns.EVIDENCE_COUNT, files.size())
        .put(EvidenceColumns.FILE_NAME, joined(files, AnswerFile::name))
        .put(EvidenceColumns.FILE_SOURCE_PATH, joined(files, AnswerFile::sourcePath))
        .put(SubmissionColumns.RECORD_KEY, key);
    rows.add(new StreamRow(key, path, row.toBytes()));
  }

  private static String joined(List<AnswerFile> files, Function<AnswerFile, String> part) {
    StringJoiner joined = new StringJoiner(SEPARATOR);
    for (AnswerFile file : files) {
      String text = part.apply(file);
      if (text != null) {
        joined.add(text);
      }
    }
    return joined.toString();
  }
}
