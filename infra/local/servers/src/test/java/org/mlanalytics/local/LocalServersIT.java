package org.mlanalytics.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlanalytics.local.data.ProjectGenerator;
import org.mlanalytics.local.data.SampleDocuments;

/** One start of the real servers for all of it: they take the better part of the time. */
@Tag("slow")
@Tag("nightly")
class LocalServersIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String TOPIC = "local-servers-it";
  private static final int ROWS = 300;

  @TempDir static Path dir;

  private static final List<String> PROGRESS = new ArrayList<>();
  private static LocalServers servers;

  @BeforeAll
  static void start() {
    servers =
        LocalServers.builder()
            .withAll()
            .persistent(true)
            .environment(Map.of())
            .dataDir(dir)
            .progress(PROGRESS::add)
            .start();
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @Test
  void tellsProgress() {
    assertEquals(3, PROGRESS.size());
    assertTrue(
        PROGRESS.get(2).matches("Druid ready after \\d+\\.\\d s at http://127\\.0\\.0\\.1:\\d+"),
        PROGRESS.get(2));
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws IOException {
    assumeTrue(ListeningSockets.canBeRead());
    List<LocalNode> nodes =
        List.of(
            servers.druid().orElseThrow(),
            servers.kafka().orElseThrow(),
            servers.mongo().orElseThrow());
    for (LocalNode node : nodes) {
      List<String> addresses = ListeningSockets.of(node.pid());
      assertFalse(addresses.isEmpty(), node.name());
      assertEquals(Set.of("loopback"), Set.copyOf(addresses), node.name());
    }
  }

  @Test
  void kafkaKeepsRecordsOverACrash() {
    Topics.create(servers.kafkaBootstrap(), Map.of(TOPIC, 3));
    Topics.create(servers.kafkaBootstrap(), Map.of(TOPIC, 3));
    Set<String> sent = new TreeSet<>();
    try (KafkaProducer<String, String> producer = producer()) {
      assertEquals(3, producer.partitionsFor(TOPIC).size());
      assertThrows(TimeoutException.class, () -> producer.partitionsFor("nobody-created-it"));
      for (int i = 0; i < 100; i++) {
        producer.send(new ProducerRecord<>(TOPIC, "key-" + i, "value-" + i));
        sent.add("value-" + i);
      }
    }

    KafkaNode kafka = servers.kafka().orElseThrow();
    kafka.kill();
    kafka.start();
    kafka.awaitReady();

    assertEquals(sent, consumeAll(sent.size()));
  }

  @Test
  void mongoKeepsAcknowledgedWritesOverACrash() {
    MongoNode mongo = servers.mongo().orElseThrow();
    try (MongoClient client = MongoClients.create(servers.mongoUri())) {
      MongoCollection<Document> collection = client.getDatabase("it").getCollection("crash");
      for (int i = 0; i < 50; i++) {
        collection.insertOne(new Document("_id", i));
      }
      mongo.kill();
      mongo.start();
      mongo.awaitReady();
      Await.until("reconnected", SOON, () -> count(collection) == 50);

      collection.insertOne(new Document("_id", 50));
      mongo.restart();
      Await.until("reconnected", SOON, () -> count(collection) == 51);
    }
  }

  @Test
  void mongoTakesSamplesAndGeneratedProjects() throws IOException {
    ProjectGenerator generator = ProjectGenerator.of(1200);
    try (MongoClient client = MongoClients.create(servers.mongoUri())) {
      assertEquals(
          8, SampleDocuments.bundled().loadInto(client.getDatabase("samples")).get("projects"));
      MongoCollection<Document> projects =
          client.getDatabase("generated").getCollection("projects");
      generator.insertInto(projects);
      Document matching =
          new Document("isAPrivateProgram", false)
              .append("isDeleted", false)
              .append("programId", new Document("$exists", true));
      assertEquals(
          generator.matchingProjects().values().stream().mapToInt(Integer::intValue).sum(),
          projects.countDocuments(matching));
    }
  }

  @Test
  void druidKeepsSegmentsOverACrash() throws IOException {
    DruidTasks tasks = new DruidTasks(servers.druidUrl());
    DruidSql sql = new DruidSql(servers.druidUrl());
    String task = tasks.submit(batchTask(rowsInObjectStore()));

    assertEquals("SUCCESS", tasks.awaitEnd(task, SOON));
    assertEquals(task, tasks.ofDatasource("plots").get(0).id());
    awaitRows(sql);
    assertEquals(
        List.of(Map.of("sites", 5, "total", ROWS * (ROWS - 1) / 2)),
        sql.rows("SELECT COUNT(DISTINCT site) AS sites, SUM(v) AS total FROM plots"));

    servers.druid().orElseThrow().restart();
    awaitRows(sql);
  }

  @Test
  void noServerOutlivesAKilledParent(@TempDir Path children) throws IOException {
    ChildJvm parent =
        ChildJvm.builder("doomed-parent")
            .directory(children)
            .mainClass(DoomedParent.class.getName(), System.getProperty("java.class.path"))
            .arguments(children.toString())
            .start();
    parent.await("children started", SOON, () -> Files.exists(DoomedParent.pidsFile(children)));
    List<ProcessHandle> orphans = DoomedParent.children(children).toList();
    assertEquals(3, orphans.stream().filter(ProcessHandle::isAlive).count());

    parent.kill();

    Await.until("children gone", SOON, () -> orphans.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static long count(MongoCollection<Document> collection) throws IOException {
    try {
      return collection.countDocuments();
    } catch (MongoException connectionsOfTheOldServer) {
      throw new IOException(connectionsOfTheOldServer);
    }
  }

  private static KafkaProducer<String, String> producer() {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            servers.kafkaBootstrap(),
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            2000),
        new StringSerializer(),
        new StringSerializer());
  }

  private static Set<String> consumeAll(int expected) {
    Set<String> received = new TreeSet<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers.kafkaBootstrap(),
                ConsumerConfig.GROUP_ID_CONFIG,
                TOPIC,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      Await.until(
          "records",
          SOON,
          () -> {
            consumer.poll(Duration.ofMillis(200)).forEach(one -> received.add(one.value()));
            return received.size() >= expected;
          });
    }
    return received;
  }

  private static Path rowsInObjectStore() throws IOException {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(
          "{\"ts\":\"2026-01-0%dT00:00:00Z\",\"site\":\"s%d\",\"v\":%d}"
              .formatted(1 + i % 3, i % 5, i));
    }
    return Files.write(servers.objectStore().resolve("rows.json"), rows);
  }

  private static void awaitRows(DruidSql sql) {
    Await.until("rows", SOON, () -> sql.number("SELECT COUNT(*) FROM plots") == ROWS);
  }

  private static String batchTask(Path file) {
    return """
        {"type": "index_parallel", "spec": {
          "dataSchema": {"dataSource": "plots",
            "timestampSpec": {"column": "ts", "format": "iso"},
            "dimensionsSpec": {"dimensions": ["site", {"type": "long", "name": "v"}]},
            "granularitySpec": {"type": "uniform", "segmentGranularity": "ALL", "queryGranularity": "DAY", "rollup": false}},
          "ioConfig": {"type": "index_parallel", "inputFormat": {"type": "json"},
            "inputSource": {"type": "local", "files": ["%s"]}},
          "tuningConfig": {"type": "index_parallel", "maxNumConcurrentSubTasks": 1}}}
        """
        .formatted(file);
  }
}
