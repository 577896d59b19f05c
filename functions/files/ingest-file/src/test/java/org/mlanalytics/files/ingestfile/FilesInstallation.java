package org.mlanalytics.files.ingestfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.mlanalytics.files.ingestfile.callback.Receiver;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.LocalServersBuilder;
import org.mlanalytics.local.Topics;

/** A broker, a Mongo server, files on a web server, and packaged workers of the function. */
final class FilesInstallation implements AutoCloseable {

  static final Duration LIMIT = Duration.ofSeconds(120);
  static final String TENANT = "bts";
  static final String TOKEN = "bts-token-".repeat(5);
  static final String OTHER_TOKEN = "other-token".repeat(5);
  static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  static final String STEPS = "dev.ml.ingestion.steps";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Worker> workers = new ArrayList<>();
  private final Path directory;
  private final String program;
  private final LocalServers servers;
  private final MongoClient mongo;
  private final WebServer web = new WebServer();
  private final Receiver receiver = new Receiver(500, 500);

  FilesInstallation() throws Exception {
    this("ingest-file", LocalServers.builder());
  }

  /**
   * @param program module below {@code functions/files} that the workers run
   * @param more servers beside the broker and Mongo
   */
  FilesInstallation(String program, LocalServersBuilder more) throws Exception {
    this.program = program;
    directory =
        Files.createTempDirectory(
            Files.createDirectories(Path.of("target", "it").toAbsolutePath()), "files-");
    servers = more.withKafka().withMongo().dataDir(directory).environment(Map.of()).start();
    Topics.create(
        servers.kafkaBootstrap(),
        Stream.of("high", "normal", "low")
            .flatMap(p -> Stream.of("dev.ml.files." + p, "dev.ml.files." + p + ".dlq"))
            .collect(Collectors.toMap(topic -> topic, topic -> 2)));
    Topics.create(servers.kafkaBootstrap(), Map.of(STEPS, 2, STEPS + ".dlq", 1));
    Topics.create(
        servers.kafkaBootstrap(),
        Map.of(rowTopic("killed"), 2, rowTopic("race"), 2, rowTopic("large"), 2));
    mongo = MongoClients.create(servers.mongoUri());
    Files.write(
        directory.resolve("tokens"),
        List.of(TENANT + ":" + sha256(TOKEN), "other:" + sha256(OTHER_TOKEN)));
    Files.writeString(tokenFile(), TOKEN);
  }

  WebServer web() {
    return web;
  }

  /** Takes the tenant's callbacks; refuses the first two. */
  Receiver receiver() {
    return receiver;
  }

  /** Holds the tenant's token, as callers keep it. */
  Path tokenFile() {
    return directory.resolve("token");
  }

  LocalServers servers() {
    return servers;
  }

  /** Starts a worker that takes requests. */
  Worker worker(String... jvmArguments) {
    Worker worker = launch(jvmArguments);
    worker.awaitReady();
    return worker;
  }

  /** Starts a worker without waiting for it. */
  Worker launch(String... jvmArguments) {
    return launch(Map.of(), jvmArguments);
  }

  /** Starts a worker that is configured in its own way, without waiting for it. */
  Worker launch(Map<String, String> own, String... jvmArguments) {
    Map<String, String> settings =
        settings(
            "MLA_FILES_TOKENS", directory.resolve("tokens").toString(),
            "MLA_FILES_QUEUE_TENANT", TENANT,
            "MLA_FILES_FETCH_TENANTS_BTS_SCHEMES", "http",
            "MLA_FILES_FETCH_TENANTS_BTS_HOSTS", "127.0.0.1",
            "MLA_FILES_FETCH_TENANTS_BTS_PORTS", String.valueOf(web.port()),
            "MLA_FILES_FETCH_TENANTS_BTS_PERMITTED_NETWORKS", "127.0.0.1/32",
            "MLA_FILES_CALLBACK_TENANTS_BTS_SECRET", SECRET,
            "MLA_FILES_CALLBACK_TENANTS_BTS_SCHEMES", "http",
            "MLA_FILES_CALLBACK_TENANTS_BTS_HOSTS", "127.0.0.1",
            "MLA_FILES_CALLBACK_TENANTS_BTS_PORTS", String.valueOf(receiver.port()),
            "MLA_FILES_CALLBACK_TENANTS_BTS_PERMITTED_NETWORKS", "127.0.0.1/32",
            "MLA_FILES_CALLBACK_PAUSES", "1s",
            "MLA_FILES_LOAD_BATCH_SIZE", "20",
            "MLA_FILES_LOAD_TRANSACTION_ROWS", "20",
            "MLA_LEASE_DURATION", "4s",
            "MLA_EVENTS_SWEEP_AFTER", "2s",
            "MLA_INGEST_FILE_EVERY", "1s");
    settings.putAll(own);
    Worker worker =
        Worker.launch(
            program,
            servers,
            directory.resolve("worker-" + workers.size()),
            settings,
            List.of(jvmArguments));
    workers.add(worker);
    return worker;
  }

  private static Map<String, String> settings(String... keysAndValues) {
    Map<String, String> settings = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return settings;
  }

  /** The topic of a target of the tenant. */
  static String rowTopic(String name) {
    return "dev.ml.file-rows." + TENANT + "." + name;
  }

  /** The committed records of a topic, when there are at least so many. */
  List<ConsumerRecord<String, String>> records(String topic, int least) {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    read(topic, least, LIMIT, records::add);
    return records;
  }

  private void read(
      String topic, int least, Duration limit, Consumer<ConsumerRecord<String, String>> each) {
    long[] read = new long[1];
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", servers.kafkaBootstrap(),
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed",
                "max.poll.records", "20000",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList());
      Await.until(
          least + " records of " + topic,
          limit,
          () -> {
            ConsumerRecords<String, String> records = consumer.poll(Duration.ofMillis(300));
            records.forEach(each);
            read[0] += records.count();
            return read[0] >= least
                && consumer.endOffsets(consumer.assignment()).entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
          });
    }
  }

  /** The lines whose rows are in a topic, which must not hold any of them twice. */
  BitSet linesOf(String topic, Duration limit) {
    BitSet lines = new BitSet();
    read(
        topic,
        1,
        limit,
        record -> {
          String id = new String(record.headers().lastHeader("ce_id").value());
          int line = Integer.parseInt(id.substring(id.indexOf(':') + 1));
          if (lines.get(line)) {
            throw new IllegalStateException("line " + line + " is there twice");
          }
          lines.set(line);
        });
    return lines;
  }

  /** Puts a request into a queue. */
  void send(String priority, String request) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers.kafkaBootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("dev.ml.files." + priority, request)).get();
    }
  }

  /** Puts the values of records into one partition of a topic, in this order. */
  void send(String topic, int partition, List<byte[]> values) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers.kafkaBootstrap()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (byte[] value : values) {
        producer.send(new ProducerRecord<>(topic, partition, null, value)).get();
      }
    }
  }

  /** Rows that a tenant has in a collection. */
  MongoCollection<Document> rows(String collection) {
    return mongo.getDatabase("ml-files-" + TENANT).getCollection(collection);
  }

  /** The runs of the ledger. */
  List<Document> runs(Document filter) {
    return mongo
        .getDatabase("ml-analytics")
        .getCollection("runs")
        .find(filter)
        .into(new ArrayList<>());
  }

  /** Waits until a request has ended. */
  static JsonNode awaitEnd(Worker worker, String requestId) {
    return awaitEnd(worker, requestId, LIMIT);
  }

  /** Waits until a request has ended, within a limit. */
  static JsonNode awaitEnd(Worker worker, String requestId, Duration limit) {
    JsonNode[] status = new JsonNode[1];
    List<String> ends = List.of("INGESTED", "REJECTED", "FAILED", "CANCELLED");
    Await.until(
        "the end of " + requestId,
        limit,
        () -> {
          status[0] = json(worker.get("/files/" + requestId, TOKEN).body());
          return ends.contains(status[0].path("state").asText());
        });
    return status[0];
  }

  /** What was told of the runs of a dataset, when it has ended. */
  Set<String> eventsOf(String dataset) throws Exception {
    Set<String> names = new TreeSet<>();
    Await.until(
        "events of " + dataset,
        LIMIT,
        () -> {
          for (ConsumerRecord<String, String> record : records(STEPS, 1)) {
            if (json(record.value()).path("dataset").asText().equals(dataset)) {
              String type = new String(record.headers().lastHeader("ce_type").value());
              names.add(type.replaceFirst("org\\.mlanalytics\\.(.*)\\.v1", "$1"));
            }
          }
          return names.stream().anyMatch(name -> name.startsWith("file."));
        });
    return names;
  }

  /** Waits until the callback of a request is delivered. */
  static ObjectNode awaitCallback(Worker worker, String requestId) {
    ObjectNode[] status = new ObjectNode[1];
    Await.until(
        "the callback of " + requestId,
        LIMIT,
        () -> {
          status[0] = (ObjectNode) json(worker.get("/files/" + requestId, TOKEN).body());
          return status[0].path("callback").path("state").asText().equals("DELIVERED");
        });
    return status[0];
  }

  static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }

  @Override
  public void close() {
    workers.forEach(Worker::close);
    mongo.close();
    servers.close();
    receiver.close();
    web.close();
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
