package org.mlanalytics.files.checking.source;

import java.util.Arrays;
import org.mlanalytics.files.checking.reason.Reason;

/**
 * The fields of one row as they were written, in one buffer that is used again for the next row. A
 * row longer than the limit keeps its number of fields, not their text.
 */
public final class RawRow {

  private final int maxChars;
  private final int maxFields;
  private char[] chars = new char[4096];
  private int[] starts = new int[64];
  private int[] lengths = new int[64];
  private int length;
  private int fields;
  private long line;
  private boolean tooLarge;
  private Reason fault;

  public RawRow(int maxChars, int maxFields) {
    this.maxChars = maxChars;
    this.maxFields = maxFields;
  }

  /** Empties the row, for one that begins on that line. */
  public void begin(long beginsOn) {
    line = beginsOn;
    length = 0;
    fields = 0;
    tooLarge = false;
    fault = null;
  }

  /** Says that the row is none, as a line that is no JSON. */
  public void fault(Reason reason) {
    fault = reason;
  }

  /** What makes the row none; null when it is one. */
  public Reason fault() {
    return fault;
  }

  /** Adds a field at the end. */
  public void add(char[] from, int offset, int count) {
    int field = fields++;
    if (field >= maxFields || count > maxChars - length) {
      tooLarge = true;
    }
    if (!tooLarge) {
      ensureField(field);
      put(field, from, offset, count);
    }
  }

  /** Makes room for that many fields, all absent, to be {@link #set} in any order. */
  public void absent(int count) {
    fields = 0;
    widen(count);
  }

  /** Makes room for at least that many fields; new ones are absent. */
  public void widen(int count) {
    if (count > fields) {
      ensureField(count - 1);
      Arrays.fill(lengths, fields, count, -1);
      fields = count;
    }
  }

  /** Sets a field that is absent. */
  public void set(int field, char[] from, int offset, int count) {
    if (count > maxChars - length) {
      tooLarge = true;
    } else {
      put(field, from, offset, count);
    }
  }

  /** The line on which the row begins, from 1. */
  public long line() {
    return line;
  }

  /** The number of fields, also of a row that is too large. */
  public int fields() {
    return fields;
  }

  /** Whether the row is longer than the limit; then its text is not here. */
  public boolean tooLarge() {
    return tooLarge;
  }

  /** The buffer; a field is {@code length(i)} chars from {@code start(i)}. */
  public char[] chars() {
    return chars;
  }

  public int start(int field) {
    return starts[field];
  }

  /** The length of a field; -1 when it is absent. */
  public int length(int field) {
    return lengths[field];
  }

  /** A field as text, null when absent. */
  public String text(int field) {
    return lengths[field] < 0 ? null : new String(chars, starts[field], lengths[field]);
  }

  /** The first chars of a field as text, null when absent; never half a pair of surrogates. */
  public String text(int field, int maxChars) {
    int count = Math.min(lengths[field], maxChars);
    if (count <= 0) {
      return lengths[field] < 0 ? null : "";
    }
    boolean splits =
        count < lengths[field] && Character.isHighSurrogate(chars[starts[field] + count - 1]);
    return new String(chars, starts[field], splits ? count - 1 : count);
  }

  /** Whether any field holds a NUL, or bytes that could not be decoded. */
  public boolean flawed() {
    for (int i = 0; i < length; i++) {
      // true for \uFFFF, which is INVALID, and for NUL
      if ((char) (chars[i] + 1) <= 1) {
        return true;
      }
    }
    return false;
  }

  /** Whether a field holds that char. */
  public boolean holds(int field, char c) {
    for (int i = starts[field]; i < starts[field] + lengths[field]; i++) {
      if (chars[i] == c) {
        return true;
      }
    }
    return false;
  }

  private void put(int field, char[] from, int offset, int count) {
    if (count > chars.length - length) {
      chars = Arrays.copyOf(chars, Math.min(maxChars, Math.max(2 * chars.length, length + count)));
    }
    System.arraycopy(from, offset, chars, length, count);
    starts[field] = length;
    lengths[field] = count;
    length += count;
  }

  private void ensureField(int field) {
    if (field >= starts.length) {
      int size = Math.max(field + 1, 2 * starts.length);
      starts = Arrays.copyOf(starts, size);
      lengths = Arrays.copyOf(lengths, size);
    }
  }
}
