package org.mlanalytics.core.dataset;

/** The JSON type of a column's values; every column may also be absent from a row (null). */
public enum ColumnType {
  TEXT,
  LONG,
  /** Only of landed columns: Druid has no dimension of this type. */
  BOOLEAN,
  /** A list of objects; only of landed columns, for the snapshots that are made of them. */
  LIST
}
