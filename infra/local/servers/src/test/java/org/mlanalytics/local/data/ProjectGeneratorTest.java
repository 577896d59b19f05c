package org.mlanalytics.local.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class ProjectGeneratorTest {

  private static final int PROJECTS = 6000;

  private final ProjectGenerator generator = ProjectGenerator.of(PROJECTS);

  @Test
  void sameSeedGivesTheSameDocuments() {
    List<Document> again = ProjectGenerator.of(PROJECTS).documents().limit(100).toList();

    assertEquals(generator.documents().limit(100).toList(), again);
    assertNotEquals(new ProjectGenerator(1, PROJECTS, 12).documents().limit(100).toList(), again);
  }

  @Test
  void documentDoesNotDependOnThoseBefore() {
    assertEquals(
        generator.documents().skip(4711).findFirst().orElseThrow(), generator.document(4711));
  }

  @Test
  void tellsTheMatchingProjectsOfEachProgram() {
    Map<ObjectId, Integer> counted = new TreeMap<>();
    generator
        .documents()
        .filter(project -> !project.getBoolean("isDeleted"))
        .filter(project -> !project.getBoolean("isAPrivateProgram"))
        .filter(project -> project.containsKey("programId"))
        .forEach(project -> counted.merge(project.getObjectId("programId"), 1, Integer::sum));

    assertEquals(counted, generator.matchingProjects());
    assertEquals(12, counted.size());
    assertTrue(counted.values().stream().max(Integer::compare).orElseThrow() > PROJECTS / 12 * 2);
  }

  @Test
  void keepsToTheShares() {
    long hidden =
        generator
            .documents()
            .filter(p -> p.getBoolean("isDeleted") || p.getBoolean("isAPrivateProgram"))
            .count();
    long withoutProgram = generator.documents().filter(p -> !p.containsKey("programId")).count();

    assertEquals(0.05, hidden / (double) PROJECTS, 0.01);
    assertEquals(0.01, withoutProgram / (double) PROJECTS, 0.005);
  }

  @Test
  void documentsAreAsLargeAsRealOnes() {
    double bytes =
        generator
            .documents()
            .mapToInt(p -> new RawBsonDocument(p, new DocumentCodec()).getByteBuffer().remaining())
            .average()
            .orElseThrow();
    double tasks =
        generator
            .documents()
            .mapToInt(p -> p.getList("tasks", Document.class).size())
            .average()
            .orElseThrow();

    assertTrue(bytes > 6_000 && bytes < 12_000, () -> bytes + " bytes");
    assertEquals(6, tasks, 0.2);
  }

  @Test
  void idsAreUnique() {
    assertEquals(PROJECTS, generator.documents().map(p -> p.getObjectId("_id")).distinct().count());
  }
}
