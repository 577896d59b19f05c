package org.mlanalytics.core.row;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.mlanalytics.core.dataset.Column;

/**
 * Writes rows as JSON objects in UTF-8 into one buffer that grows with the largest row. Nulls are
 * left out.
 *
 * <p>What many rows share is written once: {@link #mark} the end of the common part and {@link
 * #rewind} to it after each row, or {@link #cut} a part out and {@link #splice} it into other rows.
 * Not for use by several threads.
 */
public final class RowWriter {

  private final JsonBuffer json = new JsonBuffer();

  /** An empty row. */
  public RowWriter() {
    json.append('{');
  }

  /** A text; nothing if it is null. */
  public RowWriter put(Column column, String value) {
    if (value != null) {
      key(column);
      json.text(value);
    }
    return this;
  }

  /** A whole number. */
  public RowWriter put(Column column, long value) {
    key(column);
    json.number(value);
    return this;
  }

  /** A boolean. */
  public RowWriter put(Column column, boolean value) {
    key(column);
    json.ascii(value ? "true" : "false");
    return this;
  }

  /**
   * A list of objects, each of them written by the body: fields of an object are put by {@link
   * ListWriter}.
   */
  public RowWriter list(Column column, Consumer<ListWriter> body) {
    key(column);
    json.append('[');
    ListWriter list = new ListWriter(json);
    body.accept(list);
    list.end();
    json.append(']');
    return this;
  }

  /** A text or a number; nothing if it is null. */
  public RowWriter put(Column column, Scalar value) {
    if (value != null) {
      key(column);
      if (value.number()) {
        json.ascii(value.text());
      } else {
        json.text(value.text());
      }
    }
    return this;
  }

  /** A text under a name that no column has, once in a row; nothing if it is null. */
  public RowWriter extra(String name, String value) {
    if (value != null) {
      separate();
      json.text(name);
      json.append(':');
      json.text(value);
    }
    return this;
  }

  /** The end of what is written so far. */
  public int mark() {
    return json.length();
  }

  /** Forgets all that was written after the mark. */
  public void rewind(int mark) {
    json.truncate(mark);
  }

  /** Takes out what was written after the mark, which is not the beginning of the row. */
  public byte[] cut(int mark) {
    byte[] part = Arrays.copyOfRange(json.bytes(), mark, json.length());
    rewind(mark);
    return part;
  }

  /** Adds columns that were cut out of a row that was as little empty as this one. */
  public RowWriter splice(byte[] part) {
    json.append(part);
    return this;
  }

  /** Hands the row over; more columns may be added afterwards for the next one. */
  public void send(RowSink sink) throws IOException {
    int end = mark();
    json.append('}');
    sink.row(json.bytes(), 0, json.length());
    rewind(end);
  }

  /** The row, copied; more columns may be added afterwards for the next one. */
  public byte[] toBytes() {
    int end = mark();
    json.append('}');
    byte[] row = Arrays.copyOf(json.bytes(), json.length());
    rewind(end);
    return row;
  }

  private void key(Column column) {
    separate();
    json.key(column);
  }

  private void separate() {
    if (json.length() > 1) {
      json.append(',');
    }
  }
}
