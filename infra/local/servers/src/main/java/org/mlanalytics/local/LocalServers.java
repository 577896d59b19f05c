package org.mlanalytics.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The servers that functions need: those asked for are started, unless an external one takes their
 * place. Close it to stop what it started.
 */
public final class LocalServers implements AutoCloseable {

  private static final double MILLIS_PER_SECOND = 1000;

  private final LocalServersBuilder configuration;
  private final Path objectStore;
  private final DruidNode druid;
  private final KafkaNode kafka;
  private final MongoNode mongo;
  private final S3Node s3;
  private final RedisNode redis;

  LocalServers(LocalServersBuilder configuration) {
    this.configuration = configuration;
    this.objectStore = configuration.dataDir().resolve("objects");
    this.druid = configuration.druidNode().orElse(null);
    this.kafka = configuration.kafkaNode().orElse(null);
    this.mongo = configuration.mongoNode().orElse(null);
    this.s3 = configuration.s3Node().orElse(null);
    this.redis = configuration.redisNode().orElse(null);
  }

  /** Nothing is started unless it is asked for. */
  public static LocalServersBuilder builder() {
    return new LocalServersBuilder();
  }

  /** Starts the nodes side by side, the slowest first, and waits for them, the slowest last. */
  void start(Consumer<String> progress) {
    try {
      Files.createDirectories(objectStore);
      nodes().forEach(LocalNode::start);
      Stream.of(redis, mongo, s3, kafka, druid)
          .filter(Objects::nonNull)
          .forEach(node -> progress.accept(readyLine(node, node.awaitReady())));
    } catch (IOException failure) {
      close();
      throw new UncheckedIOException(failure);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private static String readyLine(LocalNode node, Duration time) {
    return String.format(
        Locale.ROOT,
        "%s ready after %.1f s at %s",
        node.name(),
        time.toMillis() / MILLIS_PER_SECOND,
        node.address());
  }

  /** The connection string of MongoDB. */
  public String mongoUri() {
    return address("MongoDB", configuration.externalMongo(), mongo);
  }

  /** Kafka's bootstrap servers. */
  public String kafkaBootstrap() {
    return address("Kafka", configuration.externalKafka(), kafka);
  }

  /** The URL of Druid's router. */
  public String druidUrl() {
    return address("Druid", configuration.externalDruid(), druid);
  }

  /** The directory that serves as object store; a local Druid reads it by its path. */
  public Path objectStore() {
    return objectStore;
  }

  /** The log files of the started nodes. */
  public List<Path> logs() {
    return nodes().map(LocalNode::log).toList();
  }

  /** The started Druid, absent if an external one is used or none. */
  public Optional<DruidNode> druid() {
    return Optional.ofNullable(druid);
  }

  /** The started broker, absent if an external one is used or none. */
  public Optional<KafkaNode> kafka() {
    return Optional.ofNullable(kafka);
  }

  /** The started Mongo server, absent if an external one is used or none. */
  public Optional<MongoNode> mongo() {
    return Optional.ofNullable(mongo);
  }

  /** The started S3 server, absent if none was asked for. */
  public Optional<S3Node> s3() {
    return Optional.ofNullable(s3);
  }

  /** The started Redis, absent if none was asked for. */
  public Optional<RedisNode> redis() {
    return Optional.ofNullable(redis);
  }

  /** Stops the started nodes; their data stay. */
  @Override
  public void close() {
    nodes().toList().parallelStream().forEach(LocalNode::close);
  }

  private Stream<LocalNode> nodes() {
    return Stream.<LocalNode>of(druid, kafka, mongo, s3, redis).filter(Objects::nonNull);
  }

  private static String address(String what, Optional<String> external, LocalNode node) {
    if (external.isPresent()) {
      return external.get();
    }
    if (node == null) {
      throw new IllegalStateException(what + " was not asked for");
    }
    return node.address();
  }
}
