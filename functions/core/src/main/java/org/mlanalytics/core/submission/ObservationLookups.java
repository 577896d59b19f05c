package org.mlanalytics.core.submission;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.source.ValueType;

/** Which documents an observation refers to. Values of a wrong type refer to none. */
final class ObservationLookups {

  private final Map<LookupCollection, Set<String>> ids = new EnumMap<>(LookupCollection.class);

  private ObservationLookups() {}

  static LookupKeys keys(Value submission) {
    ObservationLookups lookups = new ObservationLookups();
    lookups.add(LookupCollection.SOLUTIONS, submission.get("solutionId"));
    lookups.add(LookupCollection.PROGRAMS, submission.get("programId"));
    Value information = submission.get("observationInformation");
    if (information.isAbsent()
        || information.type() == ValueType.DOCUMENT && information.get("name").isAbsent()) {
      lookups.add(LookupCollection.OBSERVATIONS, submission.get("observationId"));
    }
    lookups.addAnswers(submission.get("answers"));
    return new LookupKeys(lookups.ids);
  }

  private void add(LookupCollection collection, Value id) {
    switch (id.type()) {
      case TEXT, INTEGER, NUMBER, ID, INSTANT ->
          ids.computeIfAbsent(collection, any -> new LinkedHashSet<>()).add(id.text());
      default -> {}
    }
  }

  /** Answers by question, or as a list. */
  private void addAnswers(Value answers) {
    switch (answers.type()) {
      case DOCUMENT -> answers.fields().forEach(field -> addAnswer(field.value()));
      case LIST -> answers.elements().forEach(this::addAnswer);
      default -> {}
    }
  }

  private void addAnswer(Value answer) {
    if (answer.type() == ValueType.DOCUMENT) {
      add(LookupCollection.CRITERIA_QUESTIONS, answer.get("criteriaId"));
      if (answer.get("value").type() == ValueType.LIST) {
        answer.get("value").elements().forEach(this::addAnswers);
      }
    }
  }
}
