package org.mlanalytics.core.status;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mlanalytics.core.dataset.SlObservationStatus;
import org.mlanalytics.core.row.ListWriter;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.source.Value;

/**
 * The landed themes and criteria of a submission, which the snapshots by domain are made of.
 * Sunbird ML analytics 6.0.0, pyspark_observation_status_batch; unlike there, the criteria of a
 * theme's descendants count too.
 */
final class Themes {

  private Themes() {}

  static void write(Value submission, RowWriter row) {
    Value themes = submission.get("themes");
    if (!themes.isAbsent()) {
      row.list(SlObservationStatus.THEMES, list -> writeThemes(themes, list));
    }
    Value criteria = submission.get("criteria");
    if (!criteria.isAbsent()) {
      row.list(SlObservationStatus.CRITERIA, list -> writeCriteria(criteria, list));
    }
  }

  private static void writeThemes(Value themes, ListWriter list) {
    for (Value theme : themes.elements()) {
      if (!theme.isAbsent()) {
        list.next()
            .put("name", theme.get("name").text())
            .put("pointsBasedLevel", theme.get("pointsBasedLevel").text())
            .put("externalId", theme.get("externalId").text());
        Set<String> ids = criteriaIds(theme);
        if (!ids.isEmpty()) {
          list.list("criteria", inner -> ids.forEach(id -> inner.next().put("criteriaId", id)));
        }
      }
    }
  }

  private static void writeCriteria(Value criteria, ListWriter list) {
    for (Value criterion : criteria.elements()) {
      if (!criterion.isAbsent()) {
        list.next()
            .put("name", criterion.get("name").text())
            .put("score", criterion.get("score").text())
            .put("parentCriteriaId", criterion.get("parentCriteriaId").text())
            .put("_id", criterion.get("_id").text());
      }
    }
  }

  /**
   * The ids of a theme's own criteria, then of its descendants', in document order. A stack of its
   * own, because documents may be nested deeper than the thread's.
   */
  private static Set<String> criteriaIds(Value theme) {
    Set<String> ids = new LinkedHashSet<>();
    Deque<Iterator<Value>> open = new ArrayDeque<>();
    open.push(List.of(theme).iterator());
    while (!open.isEmpty()) {
      if (!open.peek().hasNext()) {
        open.pop();
        continue;
      }
      Value node = open.peek().next();
      for (Value criterion : node.get("criteria").elements()) {
        String id = criterion.get("criteriaId").text();
        if (id != null) {
          ids.add(id);
        }
      }
      open.push(node.get("children").elements().iterator());
    }
    return ids;
  }
}
