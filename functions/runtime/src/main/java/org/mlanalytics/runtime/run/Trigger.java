package org.mlanalytics.runtime.run;

/** What starts a run. */
public enum Trigger {
  SCHEDULE,
  EVENT,
  HTTP,
  SWEEPER
}
