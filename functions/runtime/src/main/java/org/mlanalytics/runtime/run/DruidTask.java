package org.mlanalytics.runtime.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.mlanalytics.core.dataset.Granularity;

/**
 * The Druid task of a run: what is sent, and what became of it.
 *
 * @param taskId id of the task, the same for every time that it is sent
 * @param kind what the task does
 * @param dataset datasource it writes
 * @param interval interval it replaces or kills, ISO 8601
 * @param segments span of the segments that it writes; null for the dataset's own
 * @param payloadHash digest of what was sent
 * @param expectedRows rows that the manifests promise
 * @param replaces newest version of the segments that were visible before, or null when there were
 *     none
 * @param course what became of it
 */
public record DruidTask(
    String taskId,
    Kind kind,
    String dataset,
    String interval,
    @JsonInclude(JsonInclude.Include.NON_NULL) Granularity segments,
    String payloadHash,
    long expectedRows,
    String replaces,
    @JsonUnwrapped TaskCourse course) {

  /** A task that is not sent yet. */
  public static DruidTask planned(
      String taskId, Kind kind, String dataset, String interval, long expectedRows) {
    return new DruidTask(
        taskId, kind, dataset, interval, null, null, expectedRows, null, TaskCourse.PLANNED);
  }

  /** The task with segments of a span that is not the dataset's own. */
  public DruidTask inSegmentsOf(Granularity span) {
    return new DruidTask(
        taskId, kind, dataset, interval, span, payloadHash, expectedRows, replaces, course);
  }

  /** The task with the digest of its payload. */
  public DruidTask withPayloadHash(String hash) {
    return new DruidTask(
        taskId, kind, dataset, interval, segments, hash, expectedRows, replaces, course);
  }

  /** The task with the newest version of the segments that it is to replace. */
  public DruidTask replacing(String version) {
    return new DruidTask(
        taskId, kind, dataset, interval, segments, payloadHash, expectedRows, version, course);
  }

  /**
   * Whether segments of a version are newer than those that the task was to replace.
   *
   * @param version newest version that is visible, or null when no segment is: that is what remains
   *     of a replacement without rows
   */
  public boolean isReplacedBy(String version) {
    return version == null
        ? expectedRows == 0
        : replaces == null || version.compareTo(replaces) > 0;
  }

  /** The task after it was sent once more. */
  public DruidTask sent(Instant at) {
    return in(course.sent(at));
  }

  /** The task as Druid tells it; no status means that Druid does not know it. */
  public DruidTask told(String status, Instant at) {
    return in(course.told(status, at));
  }

  /** The task after its success was seen. */
  public DruidTask finished(long rows, Instant at) {
    return in(course.finished(rows, at));
  }

  private DruidTask in(TaskCourse changed) {
    return new DruidTask(
        taskId, kind, dataset, interval, segments, payloadHash, expectedRows, replaces, changed);
  }

  /** What a task does. */
  public enum Kind {
    /** Replaces an interval by landed objects. */
    REPLACE,
    /** Removes unused segments. */
    KILL
  }
}
