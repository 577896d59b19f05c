package org.mlanalytics.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalServersTest {

  private static final Map<String, String> ALL_EXTERNAL =
      Map.of(
          LocalServersBuilder.MONGODB_URI, "mongodb://mongo.example:27017",
          LocalServersBuilder.KAFKA_BOOTSTRAP_SERVERS, "kafka.example:9092",
          LocalServersBuilder.DRUID_URL, "http://druid.example:8888");

  @Test
  void takeThePlaceOfLocalOnes(@TempDir Path dir) {
    try (LocalServers servers =
        LocalServers.builder().withAll().dataDir(dir).environment(ALL_EXTERNAL).start()) {
      assertEquals("mongodb://mongo.example:27017", servers.mongoUri());
      assertEquals("kafka.example:9092", servers.kafkaBootstrap());
      assertEquals("http://druid.example:8888", servers.druidUrl());
      assertTrue(servers.logs().isEmpty());
      assertTrue(Files.isDirectory(servers.objectStore()));
    }
  }

  @Test
  void whatWasNotAskedForHasNoAddress(@TempDir Path dir) {
    try (LocalServers servers = LocalServers.builder().dataDir(dir).environment(Map.of()).start()) {
      assertThrows(IllegalStateException.class, servers::druidUrl);
    }
  }
}
