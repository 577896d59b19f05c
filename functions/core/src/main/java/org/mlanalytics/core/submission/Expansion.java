package org.mlanalytics.core.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mlanalytics.core.row.Scalar;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.source.ValueType;

/**
 * What the rows of one answer say, by its response type. Sunbird ML analytics 6.0.0, the stream
 * scripts; unlike there, what cannot be published is told.
 *
 * @param responses one for each row; none if the question was not answered, or is only a frame of
 *     others: a matrix, a page, the digest of a matrix question
 * @param unmatched how many chosen values match no option
 */
record Expansion(List<Response> responses, int unmatched) {

  private static final Expansion NOTHING = new Expansion(List.of(), 0);

  /**
   * Expands an answer.
   *
   * @throws RuleViolation {@code text-not-text}, {@code unknown-response-type} or {@code
   *     wrong-type:<path>}
   */
  static Expansion of(Value answer) {
    Value value = answer.get("value");
    if (value.isAbsent() && !answer.get("instanceResponses").isAbsent()) {
      return NOTHING;
    }
    ResponseType type = ResponseType.of(answer);
    if (value.isAbsent()) {
      return NOTHING;
    }
    return switch (type) {
      case TEXT -> text(value);
      case DATE -> free(type, value);
      case NUMBER, SLIDER -> {
        List<Option> options = Option.listOf(answer.get("options"));
        yield options.isEmpty() ? free(type, value) : one(type, value, options);
      }
      case RADIO -> one(type, value, Option.listOf(answer.get("options")));
      case MULTISELECT -> several(type, value, Option.listOf(answer.get("options")));
      case MATRIX, PAGE_QUESTIONS -> NOTHING;
    };
  }

  /** Whether the answer is a matrix that has instances, or should have. */
  static boolean isAnsweredMatrix(Value answer) {
    Value value = answer.get("value");
    return !value.isAbsent()
        && !isEmptyText(value)
        && !isEmptyList(value)
        && ResponseType.of(answer) == ResponseType.MATRIX;
  }

  /** {@code no-matching-option}, if a chosen value matches none. */
  Optional<RuleViolation> violation(Value answer) {
    if (unmatched == 0) {
      return Optional.empty();
    }
    Value value = answer.get("value");
    String detail = unmatched + " chosen that no option has, at " + value.location();
    return Optional.of(new RuleViolation("no-matching-option", value.path(), detail));
  }

  private static Expansion text(Value value) {
    if (value.type() != ValueType.TEXT) {
      String detail = value.type() + " where a text is the answer at " + value.location();
      throw new RuleViolation("text-not-text", value.path(), detail);
    }
    return free(ResponseType.TEXT, value);
  }

  private static Expansion free(ResponseType type, Value value) {
    return new Expansion(List.of(Response.free(type, Scalar.of(value))), 0);
  }

  private static Expansion one(ResponseType type, Value value, List<Option> options) {
    if (isEmptyText(value) || isEmptyList(value)) {
      return NOTHING;
    }
    if (value.type() != ValueType.BOOLEAN) {
      // No option matches a boolean; a list or a document is of a wrong type.
      value.text();
    }
    return chosen(type, List.of(value), options);
  }

  private static Expansion several(ResponseType type, Value value, List<Option> options) {
    if (isEmptyText(value)) {
      return NOTHING;
    }
    List<Value> values = new ArrayList<>();
    for (Value element : value.elements()) {
      if (!element.isAbsent()) {
        values.add(element);
      }
    }
    return chosen(type, values, options);
  }

  private static Expansion chosen(ResponseType type, List<Value> values, List<Option> options) {
    List<Response> responses = new ArrayList<>();
    List<Value> unmatched = new ArrayList<>(values);
    for (Option option : options) {
      if (unmatched.removeIf(option::is)) {
        responses.add(Response.chosen(type, option));
      }
    }
    return new Expansion(responses, unmatched.size());
  }

  private static boolean isEmptyText(Value value) {
    return value.type() == ValueType.TEXT && value.text().isEmpty();
  }

  private static boolean isEmptyList(Value value) {
    return value.type() == ValueType.LIST && !value.elements().iterator().hasNext();
  }
}
