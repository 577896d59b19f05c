package org.mlanalytics.core.submission;

import org.mlanalytics.core.dataset.SlObservation;
import org.mlanalytics.core.row.RowWriter;

/** What the rows of an observation say of a question: its criterion, theme, section and points. */
final class ObservationContext implements QuestionContext {

  private final Solution solution;
  private final Criteria criteria;
  private final DomainColumns domains;

  ObservationContext(Solution solution, Criteria criteria, DomainColumns domains) {
    this.solution = solution;
    this.criteria = criteria;
    this.domains = domains;
  }

  @Override
  public QuestionPlace place(Answer answer) {
    Criterion criterion = criteria.listing(answer);
    String section = criterion.sections().get(answer.questionId());
    return new QuestionPlace(
        section,
        solution
            .sequence()
            .position(answer.text("evidenceMethod"), section, answer.text("externalId")),
        criterion.externalId(),
        criterion.name());
  }

  @Override
  public QuestionPlace parentPlace(Answer matrix) {
    return place(matrix);
  }

  @Override
  public void write(Answer answer, RowWriter row) {
    row.put(SlObservation.CRITERIA_DESCRIPTION, criteria.listing(answer).description());
    if (solution.hasPoints()) {
      ScoreColumns.writeAnswer(answer, row);
    }
    domains.write(answer.text("criteriaId"), row);
  }
}
