package org.mlanalytics.core.submission;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.core.row.Scalar;
import org.mlanalytics.core.source.Value;

/**
 * The order of the questions of a solution: {@code questionSequenceByEcm}, external ids of
 * questions by evidence method and section.
 */
final class QuestionSequence {

  /** No order at all. */
  static final QuestionSequence NONE = new QuestionSequence(Map.of());

  private final Map<String, Map<String, Map<String, Integer>>> methods;

  private QuestionSequence(Map<String, Map<String, Map<String, Integer>>> methods) {
    this.methods = methods;
  }

  /** Reads all of it; it may be missing. */
  static QuestionSequence of(Value questionSequenceByEcm) {
    Map<String, Map<String, Map<String, Integer>>> methods = new HashMap<>();
    for (Value.Field method : questionSequenceByEcm.fields()) {
      Map<String, Map<String, Integer>> sections = new LinkedHashMap<>();
      for (Value.Field section : method.value().fields()) {
        sections.put(section.name(), positions(section.value()));
      }
      methods.put(method.name(), sections);
    }
    return new QuestionSequence(methods);
  }

  private static Map<String, Integer> positions(Value questions) {
    Map<String, Integer> positions = new HashMap<>();
    int position = 0;
    for (Value question : questions.elements()) {
      position++;
      if (!question.isAbsent()) {
        positions.putIfAbsent(question.text(), position);
      }
    }
    return positions;
  }

  /**
   * The position from 1, null if the question is not in the section, empty if there is no such
   * section. All of them may be null.
   */
  Scalar position(String method, String section, String externalId) {
    Map<String, Integer> questions = section == null ? null : sections(method).get(section);
    if (questions == null) {
      return Scalar.EMPTY;
    }
    Integer position = questions.get(externalId);
    return position == null ? null : Scalar.number(position);
  }

  /** The first section that holds the question. */
  Optional<String> section(String method, String externalId) {
    return sections(method).entrySet().stream()
        .filter(section -> section.getValue().containsKey(externalId))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private Map<String, Map<String, Integer>> sections(String method) {
    return method == null ? Map.of() : methods.getOrDefault(method, Map.of());
  }
}
