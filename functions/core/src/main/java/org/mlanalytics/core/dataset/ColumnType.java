package org.mlanalytics.core.dataset;

/** The JSON type of a column's values; every column may also be absent from a row (null). */
public enum ColumnType {
  TEXT,
  LONG,
  /** A number; a text that stands for one is left as it is. */
  FLOAT,
  /** A text, number or boolean, as the source has it; Druid's dimension of it is a text. */
  SCALAR,
  /** Only of landed columns: Druid has no dimension of this type. */
  BOOLEAN,
  /** A list of objects; only of landed columns, for the snapshots that are made of them. */
  LIST
}
