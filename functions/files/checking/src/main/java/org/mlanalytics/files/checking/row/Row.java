package org.mlanalytics.files.checking.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.mlanalytics.files.checking.count.Hash;

/**
 * A checked row: typed values in the order of the schema. The object is used again for the next
 * row: read it before the sink's method returns. Values are made when asked for; who does not ask
 * makes no garbage.
 */
public final class Row {

  private static final byte NULL = 0;
  private static final byte SENTINEL = 1;
  private static final byte VALUE = 2;
  private static final byte BIG = 3;

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18
  };

  private final List<String> names;
  private final ColumnType[] types;
  private final byte[] states;
  private final long[] longs;
  private final int[] ints;
  private BigDecimal[] bigs;
  private char[] chars;
  private long line;

  /**
   * @param names of the columns
   * @param types of the columns, as many
   */
  public Row(List<String> names, List<ColumnType> types) {
    this.names = List.copyOf(names);
    this.types = types.toArray(ColumnType[]::new);
    this.states = new byte[this.types.length];
    this.longs = new long[this.types.length];
    this.ints = new int[this.types.length];
  }

  /** The names of the columns, in their order. */
  public List<String> names() {
    return names;
  }

  public int size() {
    return types.length;
  }

  public ColumnType type(int column) {
    return types[column];
  }

  /** The line of the file on which the row begins, from 1. */
  public long line() {
    return line;
  }

  public boolean isNull(int column) {
    return states[column] < VALUE;
  }

  /** Whether the value is null because the file has one there that stands for a missing one. */
  public boolean isSentinel(int column) {
    return states[column] == SENTINEL;
  }

  /** The value as {@link ColumnType} says, or null. */
  public Object value(int column) {
    if (isNull(column)) {
      return null;
    }
    return switch (types[column]) {
      case TEXT -> text(column);
      case INTEGER -> longs[column];
      case DECIMAL -> decimal(column);
      case BOOLEAN -> longs[column] != 0;
      case INSTANT -> instant(column);
      case DATE -> LocalDate.ofEpochDay(longs[column]);
    };
  }

  /** The value of a text column. */
  public String text(int column) {
    return new String(chars, (int) longs[column], ints[column]);
  }

  /** The buffer of texts; see {@link #textStart} and {@link #textLength}. */
  public char[] chars() {
    return chars;
  }

  public int textStart(int column) {
    return (int) longs[column];
  }

  public int textLength(int column) {
    return ints[column];
  }

  /** The value of an integer column; of a boolean column 1 or 0; of a date column its epoch day. */
  public long number(int column) {
    return longs[column];
  }

  /** The value of a decimal column. */
  public BigDecimal decimal(int column) {
    return states[column] == BIG ? bigs[column] : BigDecimal.valueOf(longs[column], ints[column]);
  }

  /** The value of an instant column. */
  public Instant instant(int column) {
    return Instant.ofEpochSecond(longs[column], ints[column]);
  }

  /** A hash of the value: equal values have equal hashes, however they were written. */
  public long hash(int column, long seed) {
    if (types[column] == ColumnType.TEXT) {
      return Hash.of(chars, (int) longs[column], ints[column], seed);
    }
    if (states[column] == BIG) {
      char[] digits = bigs[column].toString().toCharArray();
      return Hash.of(digits, 0, digits.length, seed);
    }
    return Hash.of(longs[column] + ((long) ints[column] << 40), seed);
  }

  /** Compares values of one type, neither null. */
  public int compare(int column, Row other, int otherColumn) {
    if (types[column] == ColumnType.TEXT) {
      return Arrays.compare(
          chars,
          (int) longs[column],
          (int) longs[column] + ints[column],
          other.chars,
          (int) other.longs[otherColumn],
          (int) other.longs[otherColumn] + other.ints[otherColumn]);
    }
    if (types[column] == ColumnType.DECIMAL) {
      return compareDecimals(column, other, otherColumn);
    }
    int order = Long.compare(longs[column], other.longs[otherColumn]);
    return order != 0 ? order : Integer.compare(ints[column], other.ints[otherColumn]);
  }

  /** Whether a value of the same type is the same, neither null. */
  public boolean same(int column, Row other, int otherColumn) {
    return compare(column, other, otherColumn) == 0;
  }

  /** Begins a row whose texts lie in that buffer. */
  public void begin(long beginsOn, char[] texts) {
    line = beginsOn;
    chars = texts;
  }

  public void setNull(int column) {
    states[column] = NULL;
  }

  public void setSentinel(int column) {
    states[column] = SENTINEL;
  }

  /** Takes over a value of the same type; texts are cut at that length. */
  public void set(int column, Row other, int otherColumn, int maxChars) {
    states[column] = other.states[otherColumn];
    longs[column] = other.longs[otherColumn];
    ints[column] = other.ints[otherColumn];
    if (types[column] == ColumnType.TEXT) {
      int count = Math.min(maxChars, ints[column]);
      if (count < ints[column]
          && Character.isHighSurrogate(other.chars[(int) longs[column] + count - 1])) {
        count--;
      }
      if (chars == null || chars.length < count) {
        chars = new char[Math.max(16, count)];
      }
      System.arraycopy(other.chars, (int) longs[column], chars, 0, count);
      longs[column] = 0;
      ints[column] = count;
    } else if (states[column] == BIG) {
      set(column, other.bigs[otherColumn]);
    }
  }

  void set(int column, long value) {
    set(column, value, 0);
  }

  void set(int column, long value, int part) {
    states[column] = VALUE;
    longs[column] = value;
    ints[column] = part;
  }

  void set(int column, BigDecimal value) {
    if (bigs == null) {
      bigs = new BigDecimal[types.length];
    }
    states[column] = BIG;
    bigs[column] = value;
  }

  private int compareDecimals(int column, Row other, int otherColumn) {
    if (states[column] == VALUE && other.states[otherColumn] == VALUE) {
      if (ints[column] == other.ints[otherColumn]) {
        return Long.compare(longs[column], other.longs[otherColumn]);
      }
      double mine = longs[column] / POWERS[ints[column]];
      double theirs = other.longs[otherColumn] / POWERS[other.ints[otherColumn]];
      // farther apart than the two could be rounded
      if (Math.abs(mine - theirs) > Math.max(Math.abs(mine), Math.abs(theirs)) * 1e-14) {
        return Double.compare(mine, theirs);
      }
    }
    return decimal(column).compareTo(other.decimal(otherColumn));
  }
}
