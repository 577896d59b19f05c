package org.mlanalytics.core.submission;

import java.util.HashMap;
import java.util.Map;
import org.mlanalytics.core.source.Value;

/**
 * A criterion with its questions, from the collection {@code criteriaQuestions}. All texts may be
 * null.
 *
 * @param sections the code of its section by the id of each question
 */
record Criterion(String externalId, String name, String description, Map<String, String> sections) {

  /** What is said of a question that no criterion lists. */
  static final Criterion UNKNOWN = new Criterion(null, null, null, Map.of());

  static Criterion of(Value document) {
    return new Criterion(
        document.get("externalId").text(),
        document.get("name").text(),
        document.get("description").text(),
        sections(document.get("evidences")));
  }

  private static Map<String, String> sections(Value evidences) {
    Map<String, String> sections = new HashMap<>();
    for (Value evidence : evidences.elements()) {
      for (Value section : evidence.get("sections").elements()) {
        String code = section.get("code").text();
        for (Value question : section.get("questions").elements()) {
          sections.putIfAbsent(question.get("_id").text(), code);
        }
      }
    }
    return sections;
  }
}
