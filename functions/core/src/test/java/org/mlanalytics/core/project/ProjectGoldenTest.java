package org.mlanalytics.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.Resources;
import org.mlanalytics.core.row.CollectedRows;

/**
 * Documents and the rows that they give, side by side in {@code golden/projects}. A new case is a
 * new pair of files.
 */
class ProjectGoldenTest {

  private static final String DOCUMENTS = ".documents.json";

  @TestFactory
  Stream<DynamicTest> documentsGiveTheirRows() {
    return Resources.files("golden/projects", DOCUMENTS).stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
  }

  private static void check(Path file) {
    Path expected = file.resolveSibling(name(file) + ".rows.jsonl");
    CollectedRows actual = Projects.sink();
    for (BsonDocument project : Bson.documents(Resources.text(file))) {
      Projects.transform(project, actual);
    }
    assertEquals(
        lines(Resources.text(expected).lines().map(CollectedRows::parse)),
        lines(actual.rows().stream()));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(DOCUMENTS, "");
  }

  // Keys sorted and one row a line, so that a failure reads like a diff.
  private static String lines(Stream<JsonNode> rows) {
    List<String> lines = rows.map(ProjectGoldenTest::sorted).sorted().toList();
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
