package org.mlanalytics.core.status;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.Golden;
import org.mlanalytics.core.Resources;
import org.mlanalytics.core.row.CollectedRows;

/**
 * Submissions and the rows that they give, side by side in {@code golden/observations} and {@code
 * golden/surveys}. A new case is a new pair of files.
 */
class StatusGoldenTest {

  private static final String DOCUMENTS = ".documents.json";

  @TestFactory
  Stream<DynamicTest> documentsGiveTheirRows() {
    return Arrays.stream(Submissions.values())
        .flatMap(
            kind ->
                Resources.files("golden/" + kind.folder(), DOCUMENTS).stream()
                    .map(
                        file ->
                            DynamicTest.dynamicTest(
                                kind + " " + name(file), () -> check(kind, file))));
  }

  private static void check(Submissions kind, Path file) {
    CollectedRows actual = kind.sink();
    for (BsonDocument submission : Bson.documents(Resources.text(file))) {
      kind.transform(submission, actual);
    }
    Golden.assertRows(Golden.rows(file.resolveSibling(name(file) + ".rows.jsonl")), actual.rows());
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(DOCUMENTS, "");
  }
}
