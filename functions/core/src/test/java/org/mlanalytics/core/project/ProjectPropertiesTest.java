package org.mlanalytics.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bson.BsonDocument;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.Mutations;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.SlProject;
import org.mlanalytics.core.row.CollectedRows;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.source.BsonValue;

/** What holds for every project. The sink checks that every row is one of the dataset. */
class ProjectPropertiesTest {

  @Property
  void rowsAreTheExpansionOfTasksEvidenceAndOrganisations(@ForAll long seed) {
    BsonDocument project = new ProjectGenerator(seed).project();
    assertEquals(new NaiveProject(project).rows(), Projects.rows(project).rows().size());
  }

  @Property
  void noAttachmentRemarkOrSubTaskIsLost(@ForAll long seed) {
    BsonDocument project = new ProjectGenerator(seed).project();
    NaiveProject naive = new NaiveProject(project);
    CollectedRows rows = Projects.rows(project);
    assertTexts(naive.taskEvidence(), rows, SlProject.TASK_EVIDENCE);
    assertTexts(naive.projectEvidence(), rows, SlProject.PROJECT_EVIDENCE);
    assertTexts(naive.taskRemarks(), rows, SlProject.TASK_REMARKS);
    assertTexts(naive.projectRemarks(), rows, SlProject.PROJECT_REMARKS);
    assertTexts(naive.subTasks(), rows, SlProject.SUB_TASK);
  }

  @Property
  void countsAndEvidenceStatusAreTheSameOnAllRows(@ForAll long seed) {
    BsonDocument project = new ProjectGenerator(seed).project();
    NaiveProject naive = new NaiveProject(project);
    long tasks = naive.tasks().stream().filter(task -> task.isString("_id")).count();
    for (JsonNode row : Projects.rows(project).rows()) {
      assertEquals(tasks, row.get("task_count").asLong());
      assertEquals(naive.taskEvidence().count(), row.get("task_evidence_count").asLong());
      assertEquals(naive.projectEvidence().count(), row.get("project_evidence_count").asLong());
      assertEquals(naive.hasEvidence(), row.get("evidence_status").asBoolean());
    }
  }

  @Property
  void whateverIsMissingOrOfAWrongTypeNothingIsThrown(@ForAll long seed) {
    BsonDocument project = new ProjectGenerator(seed).project();
    new Mutations(new Random(seed)).apply(project);
    CollectedRows rows = Projects.sink();
    Outcome outcome = Projects.transform(project, rows);
    int expected = outcome instanceof Outcome.Rows sent ? sent.count() : 0;
    assertEquals(expected, rows.rows().size());
    assertEquals(expected, new HashSet<>(rows.rows()).size(), "no row comes twice");
  }

  @Property
  void noDamageToTheBytesThrows(@ForAll long seed) {
    byte[] bytes = Bson.encoded(new ProjectGenerator(seed).project());
    Random random = new Random(seed);
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    CollectedRows rows = Projects.sink();
    Outcome outcome = Projects.transform(BsonValue.document(bytes, 0, bytes.length), rows);
    assertEquals(outcome instanceof Outcome.Rows sent ? sent.count() : 0, rows.rows().size());
  }

  private static void assertTexts(Stream<String> expected, CollectedRows rows, Column column) {
    Set<String> actual = new TreeSet<>(rows.texts(column));
    assertEquals(expected.collect(Collectors.toCollection(TreeSet::new)), actual, column.name());
  }
}
