package org.mlanalytics.docs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mlanalytics.runtime.error.ErrorCode;

/** The operators' page of error codes. */
final class ErrorsPage {

  private static final Map<Integer, String> GROUPS =
      Map.of(
          1, "Requests",
          2, "Runs and pipelines",
          3, "MongoDB and the object store",
          4, "Documents",
          5, "Druid",
          6, "Events");

  private ErrorsPage() {}

  static String render() {
    StringBuilder page =
        new StringBuilder(
            """
            # Error codes

            <!-- Generated from org.mlanalytics.runtime.error.ErrorCode; docs/update writes it anew. -->

            A code stands in a run (`error.code`), in a problem document (`code`) or in a log line. It never changes its meaning.
            Faults with status 503 pass by themselves: the run is not ended by them, it is tried again.

            """);
    Map<Integer, List<ErrorCode>> groups =
        Arrays.stream(ErrorCode.values())
            .sorted(Comparator.comparing(ErrorCode::code))
            .collect(Collectors.groupingBy(ErrorsPage::group, TreeMap::new, Collectors.toList()));
    groups.values().forEach(codes -> codes.forEach(code -> page.append(line(code))));
    groups.forEach(
        (group, codes) -> {
          page.append("\n## ").append(GROUPS.getOrDefault(group, "Others")).append('\n');
          codes.forEach(code -> page.append(section(code)));
        });
    return page.toString();
  }

  private static int group(ErrorCode code) {
    return Integer.parseInt(code.code().replaceAll("\\D", "")) / 1000;
  }

  private static String line(ErrorCode code) {
    return "- [%s](#%s) %s%n".formatted(code.code(), code.code().toLowerCase(), code.title());
  }

  private static String section(ErrorCode code) {
    return """

        ### %s

        **%s.** HTTP status %d.

        - Cause: %s
        - Effect on data: %s
        - Remedy: %s
        """
        .formatted(
            code.code(), code.title(), code.status(), code.cause(), code.effect(), code.remedy());
  }
}
