package org.mlanalytics.core.row;

import java.util.function.Consumer;

/** Writes the objects of one list, one after the other. Nulls are left out. */
public final class ListWriter {

  private final JsonBuffer json;
  private boolean inObject;
  private boolean afterObject;
  private boolean afterField;

  ListWriter(JsonBuffer json) {
    this.json = json;
  }

  /** Begins the next object. */
  public ListWriter next() {
    end();
    if (afterObject) {
      json.append(',');
    }
    json.append('{');
    inObject = true;
    afterField = false;
    return this;
  }

  /**
   * A text of the current object; nothing if it is null.
   *
   * @param name without characters that JSON escapes
   */
  public ListWriter put(String name, String value) {
    if (value != null) {
      key(name);
      json.text(value);
    }
    return this;
  }

  /** A list inside the current object. */
  public ListWriter list(String name, Consumer<ListWriter> body) {
    key(name);
    json.append('[');
    ListWriter list = new ListWriter(json);
    body.accept(list);
    list.end();
    json.append(']');
    return this;
  }

  void end() {
    if (inObject) {
      json.append('}');
      inObject = false;
      afterObject = true;
    }
  }

  private void key(String name) {
    if (afterField) {
      json.append(',');
    }
    afterField = true;
    json.append('"');
    json.ascii(name);
    json.append('"');
    json.append(':');
  }
}
