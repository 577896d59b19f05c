package org.mlanalytics.local.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.Topics;

/**
 * Real Kafka, Druid and Mongo servers for {@code @QuarkusTest} and {@code @QuarkusIntegrationTest},
 * started once for a test run. The application is told their addresses; a field of type {@link
 * LocalServers} of the test gets the servers.
 */
public final class LocalServersResource implements QuarkusTestResourceLifecycleManager {

  private static final String STEPS = "dev.ml.ingestion.steps";
  private static final int PARTITIONS = 12;

  private LocalServers servers;

  @Override
  public Map<String, String> start() {
    servers = LocalServers.builder().withAll().dataDir(directory()).environment(Map.of()).start();
    Topics.create(servers.kafkaBootstrap(), Map.of(STEPS, PARTITIONS, STEPS + ".dlq", 1));
    return Map.of(
        "MONGODB_URI", servers.mongoUri(),
        "KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap(),
        "DRUID_URL", servers.druidUrl(),
        "MLA_OBJECTS_DIRECTORY", servers.objectStore().toString());
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(servers, new TestInjector.MatchesType(LocalServers.class));
  }

  @Override
  public void stop() {
    if (servers != null) {
      servers.close();
    }
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "servers-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
