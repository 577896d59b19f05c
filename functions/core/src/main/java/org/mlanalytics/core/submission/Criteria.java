package org.mlanalytics.core.submission;

import java.util.HashMap;
import java.util.Map;

/** The criteria that the answers of one submission name, each looked up once. */
final class Criteria {

  private final Lookups lookups;
  private final Map<String, Criterion> known = new HashMap<>();

  Criteria(Lookups lookups) {
    this.lookups = lookups;
  }

  /**
   * The criterion of an answer; {@link Criterion#UNKNOWN} if there is none of that id, or it does
   * not list the question.
   */
  Criterion listing(Answer answer) {
    String id = answer.text("criteriaId");
    if (id == null) {
      return Criterion.UNKNOWN;
    }
    Criterion criterion = known.get(id);
    if (criterion == null) {
      criterion =
          lookups
              .find(LookupCollection.CRITERIA_QUESTIONS, id)
              .map(found -> LookupCollection.CRITERIA_QUESTIONS.reading(() -> Criterion.of(found)))
              .orElse(Criterion.UNKNOWN);
      known.put(id, criterion);
    }
    return criterion.sections().containsKey(answer.questionId()) ? criterion : Criterion.UNKNOWN;
  }
}
