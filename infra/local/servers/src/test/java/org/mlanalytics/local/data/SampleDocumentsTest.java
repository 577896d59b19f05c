package org.mlanalytics.local.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDocumentsTest {

  @Test
  void bundledSamplesHaveTypedValues() throws IOException {
    var projects = SampleDocuments.bundled().byCollection().get("projects");

    assertEquals(8, projects.size());
    assertTrue(projects.get(0).isObjectId("_id"));
    assertTrue(projects.get(0).isDateTime("createdAt"));
  }

  @Test
  void fileNameIsTheCollection(@TempDir Path dir) throws IOException {
    Files.writeString(dir.resolve("surveys.json"), "[{\"_id\": 1}, {\"_id\": 2}]");
    Files.writeString(dir.resolve("readme.txt"), "no JSON");

    var documents = SampleDocuments.of(dir).byCollection();

    assertEquals(Set.of("surveys"), documents.keySet());
    assertEquals(2, documents.get("surveys").size());
  }
}
