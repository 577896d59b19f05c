package org.mlanalytics.core.submission;

import java.util.HashMap;
import java.util.Map;
import org.mlanalytics.core.row.Scalar;
import org.mlanalytics.core.source.Value;

/**
 * What a submission reached in a theme.
 *
 * @param level may be null
 * @param score may be null
 */
record ThemeResult(String level, Scalar score) {

  static final ThemeResult NONE = new ThemeResult(null, null);

  /** By external id; of several themes with the same the first counts. */
  static Map<String, ThemeResult> byExternalId(Value themes) {
    Map<String, ThemeResult> results = new HashMap<>();
    for (Value theme : themes.elements()) {
      String externalId = theme.get("externalId").text();
      if (externalId != null) {
        results.putIfAbsent(
            externalId,
            new ThemeResult(
                theme.get("pointsBasedLevel").text(), Scalar.of(theme.get("scoreAchieved"))));
      }
    }
    return results;
  }
}
