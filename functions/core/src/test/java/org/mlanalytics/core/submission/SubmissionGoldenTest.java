package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mlanalytics.core.Resources;
import org.mlanalytics.core.row.CollectedRows;

/**
 * Messages and the rows that they give, in order, side by side in {@code golden/<function>}. A new
 * case is a new pair of files. What they refer to is in {@code submissions/lookups.json}.
 */
class SubmissionGoldenTest {

  private static final String MESSAGE = ".message.json";

  @TestFactory
  Stream<DynamicTest> messagesGiveTheirRows() {
    return Submissions.BY_FUNCTION.entrySet().stream()
        .flatMap(
            function ->
                Resources.files("golden/" + function.getKey(), MESSAGE).stream()
                    .map(
                        file ->
                            DynamicTest.dynamicTest(
                                function.getKey() + "/" + name(file),
                                () -> check(function.getValue(), file))));
  }

  private static void check(SubmissionRules rules, Path file) {
    SubmissionOutcome.Published published =
        Submissions.published(rules, CollectedRows.parse(Resources.text(file)));
    assertEquals(List.of(), published.putAside());
    Path expected = file.resolveSibling(name(file) + ".rows.jsonl");
    assertEquals(
        lines(Resources.text(expected).lines().map(CollectedRows::parse)),
        lines(Submissions.rows(rules, published).stream()));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(MESSAGE, "");
  }

  // Keys sorted and one row a line, so that a failure reads like a diff.
  private static String lines(Stream<JsonNode> rows) {
    return String.join("\n", rows.map(SubmissionGoldenTest::sorted).toList());
  }

  private static String sorted(JsonNode row) {
    return row.properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(field -> '"' + field.getKey() + "\": " + field.getValue())
        .toList()
        .toString();
  }
}
