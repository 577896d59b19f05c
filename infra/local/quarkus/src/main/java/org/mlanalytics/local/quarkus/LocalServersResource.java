package org.mlanalytics.local.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.LocalServersBuilder;
import org.mlanalytics.local.S3Node;
import org.mlanalytics.local.StreamTopics;
import org.mlanalytics.local.Topics;

/**
 * Real Kafka, Druid and Mongo servers for {@code @QuarkusTest} and {@code @QuarkusIntegrationTest},
 * started once for a test run. The application is told their addresses; a field of type {@link
 * LocalServers} of the test gets the servers.
 */
public final class LocalServersResource implements QuarkusTestResourceLifecycleManager {

  private static final String STEPS = "dev.ml.ingestion.steps";
  private static final int PARTITIONS = 12;

  /** Argument that asks for an S3 server too: {@code true}. */
  public static final String S3 = "s3";

  private boolean withS3;
  private LocalServers servers;

  @Override
  public void init(Map<String, String> arguments) {
    withS3 = Boolean.parseBoolean(arguments.get(S3));
  }

  @Override
  public Map<String, String> start() {
    LocalServersBuilder builder =
        LocalServers.builder().withAll().dataDir(directory()).environment(Map.of());
    servers = (withS3 ? builder.withS3() : builder).start();
    Topics.create(servers.kafkaBootstrap(), Map.of(STEPS, PARTITIONS, STEPS + ".dlq", 1));
    Topics.create(servers.kafkaBootstrap(), StreamTopics.of("dev"));
    Map<String, String> settings = new HashMap<>();
    settings.put("MONGODB_URI", servers.mongoUri());
    settings.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap());
    settings.put("DRUID_URL", servers.druidUrl());
    // a test asks for its nights itself
    settings.put("MLA_GATHER_PROGRAMS_CRON", "off");
    settings.put("MLA_OBSERVATION_STATUS_CRON", "off");
    settings.put("MLA_SURVEY_STATUS_CRON", "off");
    settings.put("MLA_OBJECTS_DIRECTORY", servers.objectStore().toString());
    servers.s3().ifPresent(s3 -> settings.putAll(s3(s3)));
    return settings;
  }

  private static Map<String, String> s3(S3Node s3) {
    return Map.of(
        "quarkus.s3.endpoint-override",
        s3.address(),
        "quarkus.s3.aws.credentials.type",
        "static",
        "quarkus.s3.aws.credentials.static-provider.access-key-id",
        S3Node.ACCESS_KEY,
        "quarkus.s3.aws.credentials.static-provider.secret-access-key",
        S3Node.SECRET_KEY);
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
