package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.data.ProjectGenerator;

/** An instance that stands still beyond its lease, is overtaken, and comes back. */
@Tag("slow")
@Tag("nightly")
class ZombieIT {

  private static final int PROJECTS = 2500;

  @Test
  void anOvertakenInstanceWritesNothing() throws IOException {
    try (Installation installation = new Installation()) {
      ProjectGenerator generator = new ProjectGenerator(3, PROJECTS, 1);
      generator.insertInto(installation.projects());
      FunctionProcess first = installation.launch("extract-projects", named("first"));
      FunctionProcess second = installation.launch("extract-projects", named("second"));
      installation.launch("publish-projects", Map.of());
      installation.launch("settle-publications", Map.of());
      FunctionsApi api = installation.launch("gather-programs", Map.of()).api();
      installation.awaitReady();

      Installation.gather(api, "failed-only");
      Await.until(
          "an object being written",
          Installation.LIMIT,
          () ->
              state(extraction(installation)).equals("CLAIMED") && !isIdle(folderOf(installation)));
      String owner = extraction(installation).getString("instance");
      FunctionProcess zombie = owner.equals("first") ? first : second;
      zombie.process().suspend();
      assertEquals("CLAIMED", state(extraction(installation)), "stopped too late to be overtaken");

      JsonNode pipeline = new Night(api, Installation.DATE).awaitPublication(Installation.LIMIT);
      assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
      Document won = extraction(installation);
      assertNotEquals(owner, won.getString("instance"));
      Path object =
          installation
              .servers()
              .objectStore()
              .resolve(won.getList("objects", Document.class).get(0).getString("key"));
      byte[] landed = Files.readAllBytes(object);

      zombie.process().resume();
      Await.until(
          "the zombie has come to its end",
          Installation.LIMIT,
          () -> isIdle(folderOf(installation)));

      assertEquals(won, extraction(installation));
      assertEquals(
          HexFormat.of().formatHex(landed), HexFormat.of().formatHex(Files.readAllBytes(object)));
      assertEquals(1, installation.tasks().size());
      assertEquals(
          generator.matchingProjects().values().stream().mapToInt(n -> n).sum(),
          installation
              .sql()
              .number("SELECT COUNT(*) FROM (SELECT DISTINCT project_id FROM \"sl-project\")"));
    }
  }

  /** Whether no unfinished object is left: the zombie has discarded what it was writing. */
  private static boolean isIdle(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (var files = Files.walk(folder)) {
      return files.noneMatch(f -> f.getFileName().toString().endsWith(".part"));
    }
  }

  private static Path folderOf(Installation installation) {
    return installation
        .servers()
        .objectStore()
        .resolve("sl-project/" + Installation.DATE)
        .resolve(extraction(installation).getString("id"));
  }

  private static Map<String, String> named(String name) {
    return Map.of("MLA_INSTANCE", name);
  }

  private static Document extraction(Installation installation) {
    return installation.ledger("runs").find(new Document("function", "extract-projects")).first();
  }

  private static String state(Document run) {
    return run == null ? "" : run.getString("state");
  }
}
