package org.mlanalytics.core.source;

import java.util.List;
import java.util.Map;

/**
 * A piece of a JSON document.
 *
 * @param content the text of a text, the digits of a number as they stand in the document, a {@link
 *     Boolean}, a list or a map of nodes; null for null
 */
record JsonNode(ValueType type, Object content) {

  static final JsonNode NULL = new JsonNode(ValueType.NULL, null);
  static final JsonNode TRUE = new JsonNode(ValueType.BOOLEAN, true);
  static final JsonNode FALSE = new JsonNode(ValueType.BOOLEAN, false);

  @SuppressWarnings("unchecked")
  Map<String, JsonNode> fields() {
    return (Map<String, JsonNode>) content;
  }

  @SuppressWarnings("unchecked")
  List<JsonNode> items() {
    return (List<JsonNode>) content;
  }
}
