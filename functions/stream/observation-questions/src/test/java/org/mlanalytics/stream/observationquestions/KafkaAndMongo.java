package org.mlanalytics.stream.observationquestions;

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

  /** Of an installation that is triggered by HTTP. */
  static final String HTTP_INPUT = "http.ml.observation.raw";

  static final String HTTP_SINK = "http.ml.observation.druid";

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
              .persistent(true)
              .dataDir(directory)
              .environment(Map.of())
              .start();
      Topics.create(
          servers.kafkaBootstrap(),
          Map.of(
              INPUT,
              2,
              INPUT + ".dlq",
              1,
              SINK,
              3,
              HTTP_INPUT,
              1,
              HTTP_INPUT + ".dlq",
              1,
              HTTP_SINK,
              3));
      try (MongoClient mongo = MongoClients.create(servers.mongoUri())) {
        SampleDocuments.bundled().loadInto(mongo.getDatabase("ml-survey"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "MONGODB_URI", servers.mongoUri(), "KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap());
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
