package org.mlanalytics.core.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlanalytics.core.row.Scalar;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.source.ValueType;

/**
 * One of the choices that a question offers.
 *
 * @param label read only if the option is chosen; may be missing
 */
record Option(Scalar value, Value label) {

  /**
   * The options in order. Of several whose values are written alike the first counts, so that each
   * has a record key of its own; an option without a value cannot be chosen.
   */
  static List<Option> listOf(Value options) {
    Map<String, Option> byText = new LinkedHashMap<>();
    for (Value option : options.elements()) {
      Scalar value = Scalar.of(option.get("value"));
      if (value != null) {
        byText.putIfAbsent(value.text(), new Option(value, option.get("label")));
      }
    }
    return new ArrayList<>(byText.values());
  }

  /** Whether this is what was chosen: a text or a whole number, never one for the other. */
  boolean is(Value chosen) {
    boolean comparable = chosen.type() == ValueType.TEXT || chosen.type() == ValueType.INTEGER;
    return comparable && value.equals(Scalar.of(chosen));
  }
}
