package org.mlanalytics.local.night;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables for people. */
final class NightTable {

  private static final int MOST_RUNS = 40;

  private NightTable() {}

  /** Prints the runs of a night and what they put aside. */
  static void print(PrintStream out, JsonNode pipeline, List<JsonNode> rejects) {
    out.println();
    out.println(
        "Night " + pipeline.path("id").asText() + ", generation " + pipeline.path("generation"));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode run : pipeline.path("runs")) {
      if (rows.size() < MOST_RUNS) {
        rows.add(row(run));
      }
    }
    printRows(out, rows);
    if (pipeline.path("runs").size() > MOST_RUNS) {
      out.println("... and " + (pipeline.path("runs").size() - MOST_RUNS) + " more");
    }
    rejects.stream()
        .limit(MOST_RUNS)
        .forEach(
            r ->
                out.printf(
                    "put aside: %s %s %s (%s)%n",
                    r.path("clazz").asText(),
                    r.path("code").asText(),
                    r.path("sourceId").asText(),
                    r.path("message").asText()));
  }

  /** Prints rows below the names of their columns. */
  static void printRows(PrintStream out, List<Map<String, Object>> rows) {
    if (rows.isEmpty()) {
      out.println("(no rows)");
      return;
    }
    Map<String, Integer> widths = new LinkedHashMap<>();
    for (Map<String, Object> row : rows) {
      row.forEach(
          (name, value) ->
              widths.merge(
                  name, Math.max(name.length(), String.valueOf(value).length()), Math::max));
    }
    StringBuilder head = new StringBuilder();
    widths.forEach((name, width) -> head.append(pad(name, width)).append("  "));
    out.println(head.toString().stripTrailing());
    for (Map<String, Object> row : rows) {
      StringBuilder line = new StringBuilder();
      widths.forEach(
          (name, width) -> line.append(pad(String.valueOf(row.get(name)), width)).append("  "));
      out.println(line.toString().stripTrailing());
    }
  }

  private static Map<String, Object> row(JsonNode run) {
    JsonNode counts = run.path("counts");
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("function", run.path("function").asText());
    row.put("scope", run.path("scope").asText());
    row.put("state", run.path("state").asText());
    row.put("attempt", run.path("attempt").asInt());
    row.put("read", counts.path("read").asLong());
    row.put("filtered", counts.path("filtered").asLong());
    row.put("excluded", counts.path("excluded").asLong());
    row.put("malformed", counts.path("malformed").asLong());
    row.put("rows", counts.path("written").asLong());
    row.put("published", counts.path("published").asLong());
    row.put("duration", duration(run));
    row.put("error", run.path("error").path("code").asText(""));
    return row;
  }

  private static String duration(JsonNode run) {
    Duration took =
        Duration.between(
            Instant.parse(run.path("startedAt").asText()),
            Instant.parse(run.path("updatedAt").asText()));
    return "%.1f s".formatted(took.toMillis() / 1000.0);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
