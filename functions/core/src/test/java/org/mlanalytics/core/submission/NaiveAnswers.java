package org.mlanalytics.core.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The answers of a message that must leave a trace, a row or a reject: computed from the tree of
 * the message, without any code of the rules.
 */
record NaiveAnswers(JsonNode message) {

  /**
   * An answer.
   *
   * @param names the question, and the name under which the answer is stored; those of its matrix
   *     too, which may be put aside with all that is in it
   * @param instance as in the rows
   */
  record Trace(Set<String> names, String instance) {}

  private static final Set<String> CHOICES = Set.of("radio", "multiselect", "number", "slider");
  private static final Set<String> TYPES =
      Set.of("text", "number", "slider", "date", "radio", "multiselect", "matrix", "pageQuestions");

  List<Trace> due() {
    List<Trace> due = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : message.path("answers").properties()) {
      JsonNode answer = entry.getValue();
      if (isAnsweredMatrix(answer)) {
        int instance = 0;
        for (JsonNode child : answer.get("value")) {
          addChildren(child, trace(entry.getKey(), answer, "" + ++instance), due);
        }
      } else if (isDue(answer)) {
        due.add(trace(entry.getKey(), answer, ""));
      }
    }
    return due;
  }

  private static void addChildren(JsonNode instance, Trace matrix, List<Trace> due) {
    for (Map.Entry<String, JsonNode> entry : instance.properties()) {
      if (isDue(entry.getValue())) {
        Trace child = trace(entry.getKey(), entry.getValue(), matrix.instance());
        child.names().addAll(matrix.names());
        due.add(child);
      }
    }
  }

  private static Trace trace(String name, JsonNode answer, String instance) {
    Set<String> names = new HashSet<>(Set.of(name));
    names.add(answer.path("qid").asText(name));
    return new Trace(names, instance);
  }

  private static boolean isAnsweredMatrix(JsonNode answer) {
    return answer.path("responseType").asText().equals("matrix") && answer.path("value").isArray();
  }

  private static boolean isDue(JsonNode answer) {
    JsonNode value = answer.path("value");
    String type = answer.path("responseType").asText();
    if (answer.isNull() || type.equals("pageQuestions")) {
      return false;
    }
    if (value.isMissingNode() || value.isNull()) {
      boolean digest = answer.hasNonNull("instanceResponses");
      return !digest && !TYPES.contains(type);
    }
    boolean emptyText = value.isTextual() && value.asText().isEmpty();
    boolean emptyList = value.isArray() && onlyNulls(value);
    if (type.equals("matrix")) {
      return !emptyText && !emptyList;
    }
    boolean choice =
        type.equals("radio")
            || type.equals("multiselect")
            || CHOICES.contains(type) && answer.path("options").size() > 0;
    return !choice || !emptyText && !emptyList;
  }

  private static boolean onlyNulls(JsonNode list) {
    for (JsonNode element : list) {
      if (!element.isNull()) {
        return false;
      }
    }
    return true;
  }
}
