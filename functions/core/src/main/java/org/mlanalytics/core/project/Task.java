package org.mlanalytics.core.project;

import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/**
 * What all rows of one task share.
 *
 * @param sequence its position in the project from 1
 * @param hasEvidence whether it has attachments
 */
record Task(
    int sequence,
    String id,
    String name,
    String assignee,
    String startDate,
    String endDate,
    String status,
    String syncedAt,
    boolean hasEvidence) {

  static Task of(Value task, int sequence, boolean hasEvidence) {
    return new Task(
        sequence,
        task.get("_id").text(),
        Texts.quoted(task.get("name").text()),
        Texts.orEmpty(task.get("assignee").text()),
        Texts.orEmpty(task.get("startDate").text()),
        Texts.orEmpty(task.get("endDate").text()),
        Texts.orEmpty(task.get("status").text()),
        task.get("syncedAt").text(),
        hasEvidence);
  }

  /** The position is unique in a project, and rows are compared within one project only. */
  @Override
  public int hashCode() {
    return sequence;
  }
}
