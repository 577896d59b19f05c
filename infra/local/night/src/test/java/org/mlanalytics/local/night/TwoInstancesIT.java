package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.data.ProjectGenerator;

/** Every function as a process of its own, the extracting one twice. */
class TwoInstancesIT {

  private static final int PROJECTS = 240;
  private static final int PROGRAMS = 24;

  @Test
  void shareTheProgramsOfOneNight() throws IOException {
    try (Installation installation = new Installation()) {
      ProjectGenerator generator = new ProjectGenerator(7, PROJECTS, PROGRAMS);
      generator.insertInto(installation.projects());
      Map<String, String> first = Map.of("MLA_INSTANCE", "first");
      Map<String, String> second = Map.of("MLA_INSTANCE", "second");
      installation.launch("extract-projects", first);
      installation.launch("extract-projects", second);
      installation.launch("publish-projects", Map.of());
      installation.launch("settle-publications", Map.of());
      FunctionsApi api = installation.launch("gather-programs", Map.of()).api();
      installation.awaitReady();

      Installation.gather(api, "failed-only");
      JsonNode pipeline = new Night(api, Installation.DATE).awaitPublication(Installation.LIMIT);

      assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
      Set<String> instances = new HashSet<>();
      for (Document run :
          installation.ledger("runs").find(new Document("function", "extract-projects"))) {
        instances.add(run.getString("instance"));
      }
      assertEquals(Set.of("first", "second"), instances);
      assertEquals(
          generator.matchingProjects().values().stream().mapToInt(n -> n).sum(),
          installation
              .sql()
              .number("SELECT COUNT(*) FROM (SELECT DISTINCT project_id FROM \"sl-project\")"));
    }
  }
}
