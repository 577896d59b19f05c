package org.mlanalytics.core.submission;

import java.util.Optional;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/** What the rows of a survey say of a question. A survey knows no criteria of questions. */
final class SurveyContext implements QuestionContext {

  private final QuestionSequence sequence;
  private final String criterionExternalId;
  private final String criterionName;

  /** Reads {@code solutionInfo} and the last of {@code criteria}, which stands for all. */
  SurveyContext(Value submission) {
    this.sequence =
        QuestionSequence.of(submission.get("solutionInfo").get("questionSequenceByEcm"));
    String externalId = null;
    String name = null;
    for (Value criterion : submission.get("criteria").elements()) {
      if (!criterion.isAbsent()) {
        externalId = criterion.get("externalId").text();
        name = criterion.get("name").text();
      }
    }
    this.criterionExternalId = externalId;
    this.criterionName = name;
  }

  @Override
  public QuestionPlace place(Answer answer) {
    return place(answer, criterionExternalId, criterionName);
  }

  @Override
  public QuestionPlace parentPlace(Answer matrix) {
    return place(matrix, matrix.text("criteriaId"), null);
  }

  @Override
  public void write(Answer answer, RowWriter row) {
    // All columns of a survey's answer are those of every answer.
  }

  private QuestionPlace place(Answer answer, String criterion, String name) {
    String method = answer.text("evidenceMethod");
    String externalId = answer.text("externalId");
    Optional<String> section = sequence.section(method, externalId);
    return new QuestionPlace(
        section.orElse(""),
        section.map(code -> sequence.position(method, code, externalId)).orElse(null),
        criterion,
        name);
  }
}
