package org.mlanalytics.runtime.run;

import java.time.Instant;

/**
 * What became of a Druid task.
 *
 * @param status last status that Druid told
 * @param processed rows processed by the task's report; -1 before it is known
 * @param submittedAt when it was sent first
 * @param unknownSince since when Druid does not know it; null when it does
 * @param sends how often it was sent
 * @param finishedAt when Druid's success was seen first; null before
 */
public record TaskCourse(
    String status,
    long processed,
    Instant submittedAt,
    Instant unknownSince,
    int sends,
    Instant finishedAt) {

  static final TaskCourse PLANNED = new TaskCourse("PLANNED", -1, null, null, 0, null);

  TaskCourse sent(Instant at) {
    return new TaskCourse(
        "SENT", processed, submittedAt == null ? at : submittedAt, null, sends + 1, finishedAt);
  }

  TaskCourse told(String told, Instant at) {
    return told == null
        ? new TaskCourse(
            "UNKNOWN",
            processed,
            submittedAt,
            unknownSince == null ? at : unknownSince,
            sends,
            finishedAt)
        : new TaskCourse(told, processed, submittedAt, null, sends, finishedAt);
  }

  TaskCourse finished(long rows, Instant at) {
    return new TaskCourse(
        "SUCCESS", rows, submittedAt, null, sends, finishedAt == null ? at : finishedAt);
  }
}
