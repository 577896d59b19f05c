package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each packaged function carries, compared with the budget in the operators' pages. */
class ClassPathBudgetIT {

  private static final Path ROOT = Path.of("../../..");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (\\d+) \\| (\\d+) \\|");

  /** A budget that nobody uses up is lowered, or it lets the next library in unseen. */
  private static final int SPARE_JARS = 3;

  private static final int SPARE_MEGABYTES = 2;

  /** Libraries that only these functions may carry. */
  private static final Map<String, Set<String>> ONLY =
      Map.of(
          "quarkus-scheduler",
          Set.of(
              "gather-programs",
              "observation-status",
              "survey-status",
              "settle-publications",
              "expire-objects",
              "ingest-file",
              "ingest-file-redis",
              "suite",
              "suite-s3"),
          "quarkus-rest-client",
          Set.of(
              "apply-supervisors",
              "publish-projects",
              "project-status",
              "project-program-status",
              "observation-status",
              "observation-snapshot",
              "observation-domain",
              "observation-domain-criteria",
              "survey-status",
              "survey-snapshot",
              "settle-publications",
              "purge-projects",
              "expire-objects",
              "ingest-file",
              "ingest-file-redis",
              "suite",
              "suite-s3"),
          "quarkus-micrometer",
          Set.of("suite", "suite-s3"),
          "quarkus-opentelemetry",
          Set.of("suite", "suite-s3"),
          "quarkus-amazon-s3",
          Set.of("suite-s3"),
          "redis-client",
          Set.of("ingest-file-redis"));

  @Test
  void everyFunctionKeepsItsBudget() throws IOException {
    Map<String, Budget> budgets = budgets();
    Map<String, Path> packaged = packaged();
    assertEquals(budgets.keySet(), new TreeSet<>(packaged.keySet()));
    assertAll(
        packaged.entrySet().stream()
            .map(
                entry ->
                    () -> {
                      Budget budget = budgets.get(entry.getKey());
                      Budget used = Budget.of(jars(entry.getValue()));
                      assertTrue(
                          used.jars() <= budget.jars() && used.megabytes() <= budget.megabytes(),
                          entry.getKey() + " uses " + used + " of " + budget);
                      assertTrue(
                          used.jars() >= budget.jars() - SPARE_JARS
                              && used.megabytes() >= budget.megabytes() - SPARE_MEGABYTES,
                          entry.getKey() + " uses only " + used + " of " + budget);
                    }));
  }

  @Test
  void whatFewNeedOnlyFewCarry() throws IOException {
    for (Map.Entry<String, Set<String>> library : ONLY.entrySet()) {
      Set<String> carriers = new TreeSet<>();
      for (Map.Entry<String, Path> function : packaged().entrySet()) {
        if (jars(function.getValue()).stream()
            .anyMatch(jar -> jar.getFileName().toString().contains(library.getKey()))) {
          carriers.add(function.getKey());
        }
      }
      assertEquals(new TreeSet<>(library.getValue()), carriers, library.getKey());
    }
  }

  private static Map<String, Budget> budgets() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/operators/class-path.md"));
    return ROW.matcher(page)
        .results()
        .collect(
            Collectors.toMap(
                row -> row.group(1),
                row -> new Budget(Integer.parseInt(row.group(2)), Integer.parseInt(row.group(3))),
                (a, b) -> a,
                TreeMap::new));
  }

  private static Map<String, Path> packaged() throws IOException {
    Map<String, Path> packaged = new TreeMap<>();
    try (Stream<Path> modules = Files.walk(ROOT.resolve("functions"), 2)) {
      for (Path module : modules.toList()) {
        Path app = module.resolve("target/quarkus-app");
        if (Files.isDirectory(app) && Files.exists(module.resolve("pom.xml"))) {
          packaged.put(module.getFileName().toString(), app);
        }
      }
    }
    return packaged;
  }

  private static List<Path> jars(Path app) throws IOException {
    try (Stream<Path> files = Files.walk(app)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private record Budget(int jars, int megabytes) {

    static Budget of(List<Path> jars) throws IOException {
      long bytes = 0;
      for (Path jar : jars) {
        bytes += Files.size(jar);
      }
      return new Budget(jars.size(), (int) ((bytes + (1L << 20) - 1) >> 20));
    }
  }
}
