package org.mlanalytics.core.dataset;

/** Spans of time by Druid's names, as segment and query granularity. */
public enum Granularity {
  ALL,
  YEAR,
  MONTH,
  DAY,
  HOUR,
  NONE
}
