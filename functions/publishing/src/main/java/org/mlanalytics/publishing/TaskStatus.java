package org.mlanalytics.publishing;

/**
 * What Druid says of a task.
 *
 * @param code {@code RUNNING}, {@code SUCCESS} or {@code FAILED}
 * @param error Druid's own words for a failed task, or null
 */
public record TaskStatus(String code, String error) {

  /** Whether the task has ended well. */
  public boolean succeeded() {
    return "SUCCESS".equals(code);
  }

  /** Whether the task has ended badly. */
  public boolean failed() {
    return "FAILED".equals(code);
  }
}
