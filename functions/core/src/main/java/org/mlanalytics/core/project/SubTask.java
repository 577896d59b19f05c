package org.mlanalytics.core.project;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.text.Texts;

/** A child of a task. */
record SubTask(
    String id, String name, String status, String syncedAt, String startDate, String endDate) {

  /** The children that are neither null nor deleted, in order. */
  static List<SubTask> listOf(Value children) {
    List<SubTask> subTasks = new ArrayList<>();
    for (Value child : children.elements()) {
      if (!child.isAbsent() && !Boolean.TRUE.equals(child.get("isDeleted").flag())) {
        subTasks.add(of(child));
      }
    }
    return subTasks;
  }

  private static SubTask of(Value child) {
    return new SubTask(
        child.get("_id").text(),
        Texts.quoted(child.get("name").text()),
        child.get("status").text(),
        child.get("syncedAt").text(),
        Texts.orEmpty(child.get("startDate").text()),
        child.get("endDate").text());
  }
}
