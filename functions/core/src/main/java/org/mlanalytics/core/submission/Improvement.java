package org.mlanalytics.core.submission;

import org.mlanalytics.core.dataset.SlObservation;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/** The improvement project that a criterion suggests; all of it may be null. */
record Improvement(String id, String title, String goal, String externalId) {

  static final Improvement NONE = new Improvement(null, null, null, null);
  static final Improvement EMPTY = new Improvement("", "", "", "");

  /** The last of several. */
  static Improvement lastOf(Value projects) {
    Improvement last = NONE;
    for (Value project : projects.elements()) {
      if (!project.isAbsent()) {
        last =
            new Improvement(
                project.get("_id").text(),
                project.get("title").text(),
                project.get("goal").text(),
                project.get("externalId").text());
      }
    }
    return last;
  }

  void writeTo(RowWriter row) {
    row.put(SlObservation.IMP_PROJECT_ID, id)
        .put(SlObservation.IMP_PROJECT_TITLE, title)
        .put(SlObservation.IMP_PROJECT_GOAL, goal)
        .put(SlObservation.IMP_PROJECT_EXTERNAL_ID, externalId);
  }
}
