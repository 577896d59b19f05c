package org.mlanalytics.local.night;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Golden rows of the stream functions, as Druid has to return them. */
final class StreamRows {

  private static final String NUMBER = "questionResponseLabel_number";

  /** The metric that the dashboards sum. */
  static final String METRIC = "question_response_number";

  private StreamRows() {}

  /**
   * The rows of the completed sample submission.
   *
   * @param function whose rows
   */
  static List<Map<String, Object>> of(String function) throws IOException {
    return GoldenRows.of("/golden/" + function + "/sample.rows.jsonl").stream()
        .map(StreamRows::published)
        .sorted(Comparator.comparing(Object::toString))
        .toList();
  }

  /** Dimensions are texts, but for the one number, which is summed too. */
  private static Map<String, Object> published(Map<String, Object> row) {
    Map<String, Object> published = new TreeMap<>();
    row.forEach(
        (name, value) -> {
          if (name.equals(NUMBER)) {
            double number = Double.parseDouble(value.toString());
            published.put(NUMBER, number);
            published.put(METRIC, number);
          } else if (value != null) {
            published.put(name, value.toString());
          }
        });
    return published;
  }
}
