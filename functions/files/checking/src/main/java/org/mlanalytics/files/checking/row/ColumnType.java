package org.mlanalytics.files.checking.row;

import java.util.Locale;

/** What a column holds. */
public enum ColumnType {
  /** {@link String}. */
  TEXT,
  /** {@link Long}: 64 bits. */
  INTEGER,
  /** {@link java.math.BigDecimal}, without zeros at the end of its fraction. */
  DECIMAL,
  /** {@link Boolean}: {@code true} and {@code false} in any case. */
  BOOLEAN,
  /** {@link java.time.Instant}, to the nanosecond. */
  INSTANT,
  /** {@link java.time.LocalDate}. */
  DATE;

  /** The type's name in a schema. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The type of that name.
   *
   * @throws IllegalArgumentException for any other
   */
  public static ColumnType of(String label) {
    for (ColumnType type : values()) {
      if (type.label().equals(label)) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown type: " + label);
  }
}
