package org.mlanalytics.core.project;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.Golden;
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
    CollectedRows actual = Projects.sink();
    for (BsonDocument project : Bson.documents(Resources.text(file))) {
      Projects.transform(project, actual);
    }
    Golden.assertRows(Golden.rows(file.resolveSibling(name(file) + ".rows.jsonl")), actual.rows());
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(DOCUMENTS, "");
  }
}
