package org.mlanalytics.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A value of a JSON document (RFC 8259). Numbers keep the digits that they have there; dates and
 * ids are texts in JSON.
 */
public final class JsonValue extends AbstractValue {

  private final JsonNode node;

  private JsonValue(JsonNode node) {
    this.node = node;
  }

  private JsonValue(JsonValue parent, String name, int index, JsonNode node) {
    super(parent, name, index);
    this.node = node;
  }

  /**
   * The one document that fills these bytes. It is read at once; the bytes may change afterwards.
   *
   * @throws RuleViolation {@code not-utf8}; {@code not-json} also for a text, number, list... where
   *     the document is due, and for documents and lists that lie more than 256 deep
   * @throws IndexOutOfBoundsException if the range is outside the array
   */
  public static JsonValue document(byte[] bytes, int offset, int length) {
    return new JsonValue(JsonReader.document(bytes, offset, length));
  }

  /** The document that fills the array. */
  public static JsonValue document(byte[] bytes) {
    return document(bytes, 0, bytes.length);
  }

  @Override
  public ValueType type() {
    return node.type();
  }

  @Override
  Value field(String field) {
    JsonNode child = node.fields().get(field);
    return child == null ? new MissingValue(this, field) : new JsonValue(this, field, -1, child);
  }

  @Override
  Iterable<Value> items() {
    List<Value> items = new ArrayList<>(node.items().size());
    for (JsonNode item : node.items()) {
      items.add(new JsonValue(this, null, items.size(), item));
    }
    return items;
  }

  @Override
  Iterable<Field> entries() {
    List<Field> entries = new ArrayList<>(node.fields().size());
    node.fields()
        .forEach(
            (name, child) ->
                entries.add(new Field(name, new JsonValue(this, null, entries.size(), child))));
    return entries;
  }

  @Override
  String scalar() {
    return (String) node.content();
  }

  @Override
  boolean truth() {
    return (Boolean) node.content();
  }

  @Override
  long millis() {
    throw new IllegalStateException("JSON has no instants");
  }
}
