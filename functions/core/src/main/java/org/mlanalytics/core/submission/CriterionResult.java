package org.mlanalytics.core.submission;

import java.util.HashMap;
import java.util.Map;
import org.mlanalytics.core.dataset.SlObservation;
import org.mlanalytics.core.row.RowWriter;
import org.mlanalytics.core.row.Scalar;
import org.mlanalytics.core.source.Value;

/** What a submission reached in a criterion; all but the improvement may be null. */
record CriterionResult(
    String name, String level, Scalar score, String label, Improvement improvement) {

  /** Of a criterion that the submission does not have. */
  static final CriterionResult ABSENT =
      new CriterionResult("", "", Scalar.EMPTY, "", Improvement.EMPTY);

  /** By {@code _id}; of several criteria with the same the first counts. */
  static Map<String, CriterionResult> byId(Value criteria) {
    Map<String, CriterionResult> results = new HashMap<>();
    for (Value criterion : criteria.elements()) {
      String id = criterion.get("_id").text();
      if (id != null) {
        results.putIfAbsent(id, of(criterion));
      }
    }
    return results;
  }

  void writeTo(RowWriter row) {
    row.put(SlObservation.CHILD_NAME, name)
        .put(SlObservation.LEVEL, level)
        .put(SlObservation.CRITERIA_SCORE, score)
        .put(SlObservation.LABEL, label);
    improvement.writeTo(row);
  }

  private static CriterionResult of(Value criterion) {
    String level = criterion.get("score").text();
    return new CriterionResult(
        criterion.get("name").text(),
        level,
        Scalar.of(criterion.get("scoreAchieved")),
        label(criterion.get("rubric").get("levels"), level),
        Improvement.lastOf(criterion.get("improvement-projects")));
  }

  private static String label(Value levels, String reached) {
    for (Value.Field level : levels.fields()) {
      if (reached != null && reached.equals(level.value().get("level").text())) {
        return level.value().get("label").text();
      }
    }
    return null;
  }
}
