package org.mlanalytics.core.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One column of a dataset. Two columns are the same if they are the same object. */
public final class Column {

  private final String name;
  private final ColumnType type;
  private final ColumnRole role;
  private final String description;
  private final byte[] jsonKey;

  /**
   * A column.
   *
   * @param name letters, digits and underscores only
   * @param description one sentence: where the value comes from and by which rule
   */
  public Column(String name, ColumnType type, ColumnRole role, String description) {
    this.name = plain(name);
    this.type = Objects.requireNonNull(type);
    this.role = Objects.requireNonNull(role);
    this.description = Objects.requireNonNull(description);
    this.jsonKey = ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
    if (role == ColumnRole.PUBLISHED && (type == ColumnType.BOOLEAN || type == ColumnType.LIST)) {
      throw new IllegalArgumentException(name + ": a published column is a text or a number");
    }
  }

  /** A published text. */
  static Column text(String name, String description) {
    return new Column(name, ColumnType.TEXT, ColumnRole.PUBLISHED, description);
  }

  /** A published whole number. */
  static Column number(String name, String description) {
    return new Column(name, ColumnType.LONG, ColumnRole.PUBLISHED, description);
  }

  /** A column that stays in the landed object. */
  static Column landed(String name, ColumnType type, String description) {
    return new Column(name, type, ColumnRole.LANDED, description);
  }

  /** A published text, number or boolean, which Druid takes as a text. */
  static Column scalar(String name, String description) {
    return new Column(name, ColumnType.SCALAR, ColumnRole.PUBLISHED, description);
  }

  /** A published number. */
  static Column decimal(String name, String description) {
    return new Column(name, ColumnType.FLOAT, ColumnRole.PUBLISHED, description);
  }

  private static String plain(String name) {
    boolean plain =
        !name.isEmpty()
            && name.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '_'));
    if (!plain) {
      throw new IllegalArgumentException("not a column name: " + name);
    }
    return name;
  }

  public String name() {
    return name;
  }

  public ColumnType type() {
    return type;
  }

  public ColumnRole role() {
    return role;
  }

  /** One sentence: where the value comes from and by which rule. */
  public String description() {
    return description;
  }

  /** The length in bytes of what {@link #copyJsonKey} writes. */
  public int jsonKeyLength() {
    return jsonKey.length;
  }

  /** Writes {@code "name":} into the buffer, which has room for it. */
  public void copyJsonKey(byte[] buffer, int offset) {
    System.arraycopy(jsonKey, 0, buffer, offset, jsonKey.length);
  }

  @Override
  public String toString() {
    return name;
  }
}
