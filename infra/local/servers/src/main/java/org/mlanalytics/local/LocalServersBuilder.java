package org.mlanalytics.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What to start and where. The environment variables {@value #MONGODB_URI}, {@value
 * #KAFKA_BOOTSTRAP_SERVERS} and {@value #DRUID_URL} name external servers, which take the place of
 * the local ones.
 */
public final class LocalServersBuilder {

  /** Names an external MongoDB by its connection string. */
  public static final String MONGODB_URI = "MONGODB_URI";

  /** Names an external Kafka. */
  public static final String KAFKA_BOOTSTRAP_SERVERS = "KAFKA_BOOTSTRAP_SERVERS";

  /** Names an external Druid by its router's URL. */
  public static final String DRUID_URL = "DRUID_URL";

  private enum Part {
    DRUID,
    KAFKA,
    MONGO,
    S3,
    REDIS
  }

  private final Set<Part> parts = EnumSet.noneOf(Part.class);
  private final Map<Part, String[]> jvmArguments = new EnumMap<>(Part.class);
  private Map<String, String> environment = System.getenv();
  private Path dataDir;
  private boolean persistent;
  private Consumer<String> progress = line -> {};

  LocalServersBuilder() {}

  /** Asks for Druid. */
  public LocalServersBuilder withDruid() {
    parts.add(Part.DRUID);
    return this;
  }

  /** Asks for Kafka. */
  public LocalServersBuilder withKafka() {
    parts.add(Part.KAFKA);
    return this;
  }

  /** Asks for a Mongo server. */
  public LocalServersBuilder withMongo() {
    parts.add(Part.MONGO);
    return this;
  }

  /** Asks for a server of the S3 API. */
  public LocalServersBuilder withS3() {
    parts.add(Part.S3);
    return this;
  }

  /** Asks for Redis; it keeps its data over a restart in any case. */
  public LocalServersBuilder withRedis() {
    parts.add(Part.REDIS);
    return this;
  }

  /** Asks for Druid, Kafka and a Mongo server: what a night on a shared directory needs. */
  public LocalServersBuilder withAll() {
    return withDruid().withKafka().withMongo();
  }

  /** Where data, logs and objects go; by default a temporary directory. */
  public LocalServersBuilder dataDir(Path dataDir) {
    this.dataDir = dataDir.toAbsolutePath();
    return this;
  }

  /**
   * Keeps the data of Druid and Mongo over a restart; by default they are in memory. Kafka keeps
   * its data anyway.
   */
  public LocalServersBuilder persistent(boolean persistent) {
    this.persistent = persistent;
    return this;
  }

  /** Arguments of Druid's JVM, which win over the usual ones, such as {@code -Xmx2g}. */
  public LocalServersBuilder druidJvmArguments(String... arguments) {
    jvmArguments.put(Part.DRUID, arguments);
    return this;
  }

  /** Arguments of Kafka's JVM, which win over the usual ones. */
  public LocalServersBuilder kafkaJvmArguments(String... arguments) {
    jvmArguments.put(Part.KAFKA, arguments);
    return this;
  }

  /** Arguments of the Mongo server's JVM, which win over the usual ones. */
  public LocalServersBuilder mongoJvmArguments(String... arguments) {
    jvmArguments.put(Part.MONGO, arguments);
    return this;
  }

  /** Where to look for external servers; by default the process' environment. */
  public LocalServersBuilder environment(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    return this;
  }

  /** Receives one line for each server that is ready. */
  public LocalServersBuilder progress(Consumer<String> progress) {
    this.progress = progress;
    return this;
  }

  /**
   * Starts what was asked for and returns when all of it serves.
   *
   * @throws IllegalStateException if a server does not become ready; those started are stopped
   *     again
   */
  public LocalServers start() {
    LocalServers servers = new LocalServers(this);
    servers.start(progress);
    return servers;
  }

  Path dataDir() {
    if (dataDir == null) {
      try {
        dataDir = Files.createTempDirectory("ml-analytics-servers");
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return dataDir;
  }

  Optional<DruidNode> druidNode() {
    Path dir = dataDir().resolve("druid");
    return node(
        Part.DRUID,
        externalDruid(),
        () -> persistent ? DruidNode.persistent(dir) : DruidNode.inMemory(dir));
  }

  Optional<KafkaNode> kafkaNode() {
    return node(Part.KAFKA, externalKafka(), () -> new KafkaNode(dataDir().resolve("kafka")));
  }

  Optional<MongoNode> mongoNode() {
    Path dir = dataDir().resolve("mongo");
    return node(
        Part.MONGO,
        externalMongo(),
        () -> persistent ? MongoNode.persistent(dir) : MongoNode.inMemory(dir));
  }

  Optional<S3Node> s3Node() {
    return node(Part.S3, Optional.empty(), () -> new S3Node(dataDir().resolve("s3")));
  }

  Optional<RedisNode> redisNode() {
    return node(Part.REDIS, Optional.empty(), () -> new RedisNode(dataDir().resolve("redis")));
  }

  Optional<String> externalMongo() {
    return external(MONGODB_URI);
  }

  Optional<String> externalKafka() {
    return external(KAFKA_BOOTSTRAP_SERVERS);
  }

  Optional<String> externalDruid() {
    return external(DRUID_URL);
  }

  private <N extends LocalNode> Optional<N> node(
      Part part, Optional<String> external, Supplier<N> local) {
    if (!parts.contains(part) || external.isPresent()) {
      return Optional.empty();
    }
    N node = local.get();
    node.addJvmArguments(jvmArguments.getOrDefault(part, new String[0]));
    return Optional.of(node);
  }

  private Optional<String> external(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }
}
