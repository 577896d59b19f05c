package org.mlanalytics.files.ingestfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlanalytics.files.cli.Ingest;

/** The command line beside the packaged function, on a real broker and a Mongo server. */
class CommandLineIT {

  private static FilesInstallation installation;
  private static Worker worker;

  @BeforeAll
  static void up() throws Exception {
    installation = new FilesInstallation();
    worker = installation.worker();
  }

  @AfterAll
  static void down() {
    if (installation != null) {
      installation.close();
    }
  }

  @Test
  void theCommandLineNamesFilesByHttpAndByKafka() throws Exception {
    String one = installation.web().serve("cli-http.csv", AlarmFile.of(800, 3, 0));
    String two = installation.web().serve("cli-kafka.csv", AlarmFile.of(900, 4, 0));
    String away = "http://127.0.0.2:9/away.csv";

    assertEquals(0, ingest("submit", "--uri", one, "--target", "mongo:cli", "--wait", "60"));
    assertEquals(
        0,
        ingest(
            "submit",
            "--queue",
            "kafka",
            "--uri",
            two,
            "--target",
            "mongo:cli",
            "--id",
            "cli-2",
            "--wait",
            "60",
            "--bootstrap-servers",
            installation.servers().kafkaBootstrap()));
    assertEquals(5, ingest("submit", "--uri", away, "--id", "cli-away", "--wait", "60"));

    assertEquals(7, installation.rows("cli").countDocuments());
    assertEquals(0, ingest("status", "cli-2"));
    assertEquals(0, ingest("cancel", "cli-2"));
    assertEquals(3, ingest("status", "nobody-asked"));
    assertEquals(0, ingest("list"));
  }

  @Test
  void theCommandLineBringsASchemaOfItsOwn(@TempDir Path directory) throws Exception {
    String uri = installation.web().serve("cli-schema.csv", "id,note\n7,x\nb,y\n".getBytes());
    Path schema =
        Files.writeString(
            directory.resolve("own.json"),
            """
            {"version": 1, "name": "own", "unique": [["id"]], "columns": [
              {"name": "id", "type": "integer"}, {"name": "note", "type": "text"}]}
            """);
    List<String> submit =
        List.of("submit", "--uri", uri, "--target", "mongo:cli-schema", "--wait", "60");
    List<String> own =
        List.of("--id", "cli-schema", "--schema-file", schema.toString(), "--format", "csv");

    assertEquals(0, ingest(Stream.of(submit, own).flatMap(List::stream).toArray(String[]::new)));
    JsonNode load = ingested("cli-schema");

    assertEquals(Map.of(3, "wrong-type"), worker.quarantine(load));
    assertEquals(7L, installation.rows("cli-schema").find().first().get("_id"));
    Files.writeString(schema, "{\"version\": 1, \"columns\": []}");
    assertEquals(
        3,
        ingest(
            "submit", "--uri", uri, "--schema-file", schema.toString(), "--id", "cli-no-schema"));
  }

  @Test
  void theCommandLineNamesSeveralFilesByKafka() throws Exception {
    String one = installation.web().serve("cli-many-1.csv", AlarmFile.of(100, 3, 0));
    String two = installation.web().serve("cli-many-2.csv", AlarmFile.of(200, 4, 0));

    assertEquals(
        0,
        ingest(
            "submit",
            "--queue",
            "kafka",
            "--priority",
            "high",
            "--uri",
            one,
            "--uri",
            two,
            "--target",
            "mongo:cli-many",
            "--wait",
            "60",
            "--bootstrap-servers",
            installation.servers().kafkaBootstrap()));

    assertEquals(7, installation.rows("cli-many").countDocuments());
    List<Document> loads = installation.runs(new Document("dataset", "mongo.cli-many"));
    assertEquals(2, loads.stream().map(load -> load.getString("pipeline")).distinct().count());
  }

  private static int ingest(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", worker.url(), "--token-file", installation.tokenFile().toString()));
    return Ingest.commandLine().execute(all.toArray(String[]::new));
  }

  private static JsonNode ingested(String requestId) {
    JsonNode status = FilesInstallation.awaitEnd(worker, requestId);
    assertEquals("INGESTED", status.get("state").asText(), status.toString());
    return status.get("loads").get(0);
  }
}
