package org.mlanalytics.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mlanalytics.core.row.CollectedRows;

/** Rows as files of JSON lines. */
public final class Golden {

  private Golden() {}

  /** The rows of a file. */
  public static List<JsonNode> rows(Path file) {
    return Resources.text(file).lines().map(CollectedRows::parse).toList();
  }

  /** Both have the same rows, in any order. */
  public static void assertRows(List<JsonNode> expected, List<JsonNode> actual) {
    assertEquals(lines(expected.stream()), lines(actual.stream()));
  }

  // Keys sorted and one row a line, so that a failure reads like a diff.
  private static String lines(Stream<JsonNode> rows) {
    List<String> lines = rows.map(Golden::sorted).sorted().toList();
    return String.join("\n", lines);
  }

  private static String sorted(JsonNode row) {
    return row.properties().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
        .map(field -> '"' + field.getKey() + "\": " + field.getValue())
        .toList()
        .toString();
  }
}
