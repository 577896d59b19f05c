package org.mlanalytics.runtime.run;

import java.time.Instant;

/**
 * The Druid task of a run.
 *
 * @param taskId id of the task, the same for every time that it is sent
 * @param kind what the task does
 * @param dataset datasource it writes
 * @param interval interval it replaces or kills, ISO 8601
 * @param payloadHash digest of what was sent
 * @param expectedRows rows that the manifests promise
 * @param replaces newest version of the segments that were visible before, or null when there were
 *     none
 * @param status last status that Druid told
 * @param processed rows processed by the task's report; -1 before it is known
 * @param submittedAt when it was sent first
 * @param unknownSince since when Druid does not know it; null when it does
 * @param sends how often it was sent
 * @param finishedAt when Druid's success was seen first; null before
 */
public record DruidTask(
    String taskId,
    Kind kind,
    String dataset,
    String interval,
    String payloadHash,
    long expectedRows,
    String replaces,
    String status,
    long processed,
    Instant submittedAt,
    Instant unknownSince,
    int sends,
    Instant finishedAt) {

  /** A task that is not sent yet. */
  public static DruidTask planned(
      String taskId, Kind kind, String dataset, String interval, long expectedRows) {
    return new DruidTask(
        taskId,
        kind,
        dataset,
        interval,
        null,
        expectedRows,
        null,
        "PLANNED",
        -1,
        null,
        null,
        0,
        null);
  }

  /** The task with the digest of its payload. */
  public DruidTask withPayloadHash(String hash) {
    return new DruidTask(
        taskId,
        kind,
        dataset,
        interval,
        hash,
        expectedRows,
        replaces,
        status,
        processed,
        submittedAt,
        unknownSince,
        sends,
        finishedAt);
  }

  /** The task with the newest version of the segments that it is to replace. */
  public DruidTask replacing(String version) {
    return new DruidTask(
        taskId,
        kind,
        dataset,
        interval,
        payloadHash,
        expectedRows,
        version,
        status,
        processed,
        submittedAt,
        unknownSince,
        sends,
        finishedAt);
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
    return new DruidTask(
        taskId,
        kind,
        dataset,
        interval,
        payloadHash,
        expectedRows,
        replaces,
        "SENT",
        processed,
        submittedAt == null ? at : submittedAt,
        null,
        sends + 1,
        finishedAt);
  }

  /** The task as Druid tells it; no status means that Druid does not know it. */
  public DruidTask told(String newStatus, Instant at) {
    Instant unknown = newStatus != null ? null : unknownSince == null ? at : unknownSince;
    return new DruidTask(
        taskId,
        kind,
        dataset,
        interval,
        payloadHash,
        expectedRows,
        replaces,
        newStatus == null ? "UNKNOWN" : newStatus,
        processed,
        submittedAt,
        unknown,
        sends,
        finishedAt);
  }

  /** The task after its success was seen. */
  public DruidTask finished(long rows, Instant at) {
    return new DruidTask(
        taskId,
        kind,
        dataset,
        interval,
        payloadHash,
        expectedRows,
        replaces,
        "SUCCESS",
        rows,
        submittedAt,
        null,
        sends,
        finishedAt == null ? at : finishedAt);
  }

  /** What a task does. */
  public enum Kind {
    /** Replaces an interval by landed objects. */
    REPLACE,
    /** Removes unused segments. */
    KILL
  }
}
