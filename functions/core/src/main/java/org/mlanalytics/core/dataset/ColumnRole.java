package org.mlanalytics.core.dataset;

/** How far a column goes. */
public enum ColumnRole {
  /** A dimension of the datasource. */
  PUBLISHED,
  /** Only in the landed objects, for the steps that read them. */
  LANDED
}
