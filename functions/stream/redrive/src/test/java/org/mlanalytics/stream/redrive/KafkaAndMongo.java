package org.mlanalytics.stream.redrive;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.Topics;
import org.mlanalytics.local.data.SampleDocuments;

/** A broker with the function's topics and a Mongo server with the samples. */
public final class KafkaAndMongo implements QuarkusTestResourceLifecycleManager {

  static final String INPUT = "dev.ml.observation.raw";
  static final String SINK = "dev.ml.observation.druid";

  /** Nobody consumes it. */
  static final String UNREAD = "dev.ml.survey.raw";

  /** Requests for files; nobody consumes it either. */
  static final String FILES = "dev.ml.files.normal";

  private LocalServers servers;

  @Override
  public Map<String, String> start() {
    try {
      Path directory =
          Files.createTempDirectory(
              Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "servers-");
      servers =
          LocalServers.builder()
              .withKafka()
              .withMongo()
              .dataDir(directory)
              .environment(Map.of())
              .start();
      Topics.create(
          servers.kafkaBootstrap(),
          Map.of(INPUT, 2, INPUT + ".dlq", 2, SINK, 3, UNREAD, 2, UNREAD + ".dlq", 2));
      Topics.create(servers.kafkaBootstrap(), Map.of(FILES, 2, FILES + ".dlq", 2));
      try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
        SampleDocuments.bundled().loadInto(mongo.getDatabase("ml-survey"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "MONGODB_URI", servers.mongoUri(),
        "KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap(),
        "MLA_OBJECTS_DIRECTORY", servers.objectStore().toString(),
        // so that a repair is seen at once
        "mla.stream.lookups.keep-for", "1ms");
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
}
