package org.mlanalytics.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard shows every metric of the operators' page, with its labels, and no other. */
class DashboardTest {

  private static final Pattern METRIC =
      Pattern.compile("\\b(?:mla|kafka|http|jvm|process|system)_[a-z_]+\\b");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| \\w+ \\| (.*?) \\|");
  private static final Pattern BY = Pattern.compile("by \\(([^)]*)\\)\\s*\\((.*?)\\{");
  private static final Pattern NAME = Pattern.compile("[a-z]\\w*");

  private final String page = Repository.text(Repository.file("docs/operators/metrics.md"));

  @Test
  void dashboardAndPageNameTheSameMetrics() throws IOException {
    Set<String> documented = found(ROW, page, 1).collect(Collectors.toCollection(TreeSet::new));
    Set<String> shown =
        expressions()
            .flatMap(expression -> found(METRIC, expression, 0))
            .collect(Collectors.toCollection(TreeSet::new));

    assertEquals(documented, shown);
  }

  @Test
  void groupsAreLabelsOfTheirMetric() throws IOException {
    expressions()
        .flatMap(expression -> BY.matcher(expression).results())
        .forEach(
            group -> {
              String metric = found(METRIC, group.group(2), 0).findFirst().orElseThrow();
              Set<String> labels =
                  found(Pattern.compile("`(\\w+)`"), labelsOf(metric), 1)
                      .collect(Collectors.toSet());
              labels.add("instance");
              found(NAME, group.group(1), 0)
                  .forEach(label -> assertTrue(labels.contains(label), metric + " by " + label));
            });
  }

  private String labelsOf(String metric) {
    return ROW.matcher(page)
        .results()
        .filter(row -> row.group(1).equals(metric))
        .map(row -> row.group(2))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> expressions() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(Repository.file("infra/grafana/manage-learn.json").toFile());
    return dashboard.findValuesAsText("expr").stream();
  }

  private static Stream<String> found(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(group));
  }
}
