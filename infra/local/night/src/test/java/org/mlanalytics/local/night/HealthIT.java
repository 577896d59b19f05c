package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.MongoNode;
import org.mlanalytics.local.Ports;

/** What a function's health depends on, and what its log tells, with no server but MongoDB. */
class HealthIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRACE_ID = 32;

  private static LocalServers servers;
  private static MongoNode mongo;

  @BeforeAll
  static void up() throws IOException {
    servers =
        LocalServers.builder()
            .withMongo()
            .persistent(true)
            .dataDir(SharedServers.directory("health"))
            .environment(Map.of())
            .start();
    mongo = servers.mongo().orElseThrow();
  }

  @AfterAll
  static void down() {
    servers.close();
  }

  @Test
  void readinessGoesAndComesWithTheLedger() throws IOException {
    try (LoneFunction function = start("settle-publications", Map.of())) {
      function.awaitReadiness(200);
      mongo.kill();
      function.awaitReadiness(503);
      assertEquals(200, function.health("live"));
      mongo.start();
      mongo.awaitReady();
      function.awaitReadiness(200);
    }
  }

  @Test
  void onlyWhoHasToDoWithObjectsNeedsTheirStore() throws IOException {
    Path file = Files.createFile(SharedServers.directory("no-store").resolve("file"));
    Map<String, String> settings = new HashMap<>(LoneFunction.BY_HTTP_ONLY);
    settings.put("MLA_OBJECTS_DIRECTORY", file.resolve("objects").toString());
    try (LoneFunction publishes = start("settle-publications", settings)) {
      publishes.awaitReadiness(503);
    }
    try (LoneFunction gathers = start("gather-programs", settings)) {
      gathers.awaitReadiness(200);
    }
  }

  @Test
  void theLineOfARunHasFieldsAsJson() throws IOException {
    Map<String, String> settings = new HashMap<>(LoneFunction.BY_HTTP_ONLY);
    settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
    // there is no broker: the run's event stays in its outbox
    settings.put("MLA_EVENTS_SEND_TIMEOUT", "1s");
    try (LoneFunction function = start("gather-programs", settings)) {
      JsonNode run =
          function
              .api()
              .run(Map.of("function", "gather-programs", "businessDate", Installation.DATE))
              .body()
              .path("run");
      List<JsonNode> lines = lines(function.process().log());

      List<JsonNode> ofRun =
          lines.stream()
              .filter(line -> line.path("mdc").path("run").equals(run.path("id")))
              .toList();
      assertEquals(1, ofRun.size(), lines::toString);
      JsonNode fields = ofRun.get(0).path("mdc");
      assertEquals("gather-programs", fields.path("function").asText());
      assertEquals(
          run.path("traceparent").asText().substring(3, 3 + TRACE_ID),
          fields.path("traceId").asText());
      assertEquals("org.mlanalytics.runs", ofRun.get(0).path("loggerName").asText());
    }
  }

  private static List<JsonNode> lines(Path log) throws IOException {
    return Files.readAllLines(log).stream().map(HealthIT::json).toList();
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + line, e);
    }
  }

  private static LoneFunction start(String name, Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("MONGODB_URI", servers.mongoUri());
    all.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + Ports.free());
    all.put("DRUID_URL", "http://127.0.0.1:" + Ports.free());
    return new LoneFunction(name, all);
  }
}
