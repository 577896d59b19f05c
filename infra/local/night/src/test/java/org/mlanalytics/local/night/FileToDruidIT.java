package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.FileTopics;
import org.mlanalytics.local.Topics;

/** A file becomes a datasource: the worker lands and submits, the sweeper settles. */
class FileToDruidIT {

  private static final String DATASOURCE = "file.default.readings";
  private static final String HOURLY = "druid:hours@hour";
  private static final String ELEVEN = "id,at\n4,2024-03-01T11:00:00Z\n5,2024-03-01T11:30:00Z\n";

  private final Path files = SharedServers.directory("files");
  private Installation installation;
  private Map<String, String> settings;

  @BeforeEach
  void up() throws IOException {
    installation = new Installation();
    Topics.create(installation.servers().kafkaBootstrap(), FileTopics.of(installation.env()));
    settings = new HashMap<>();
    settings.put("MLA_FILES_FETCH_SCHEMES", "file");
    settings.put("MLA_FILES_FETCH_DIRECTORIES", files.toString());
    settings.put("MLA_INGEST_FILE_EVERY", "1s");
    // the group is to notice soon that a member has died; no environment variable can say so
    settings.put(
        "JAVA_TOOL_OPTIONS", "-Dkafka.session.timeout.ms=6000 -Dkafka.heartbeat.interval.ms=1500");
  }

  @AfterEach
  void down() throws IOException {
    installation.close();
  }

  @Test
  void aFileReplacesTheOneBeforeOrItsHourOnce() throws Exception {
    send("first", "id,at,value\n1,2024-03-01T10:00:00Z,1.5\n2,2024-03-02T10:00:00Z,\n");
    dieAt("org.mlanalytics.runtime.run.RunHandle#submitting@exit");
    send("ten", HOURLY, "id,at\n1,2024-03-01T10:00:00Z\n2,2024-03-01T10:59:59.999Z\n3,\n");
    // fetched, checked, landed: of the interval only the ledger knows
    dieAt("org.mlanalytics.runtime.run.RunHandle#extracted@exit:3");
    installation.launch("settle-publications", Map.of());
    installation.launch(PackagedFunctions.INGEST_FILE, settings);
    awaitLoads(1);

    List<Map<String, Object>> rows = shown();
    assertEquals("[2024-03-01T10:00:00.000Z, 2024-03-02T10:00:00.000Z]", column(rows, "__time"));
    assertEquals("[1, 2]", column(rows, "id"));
    assertEquals("[1.5, null]", column(rows, "value"));

    String second = "id,at,value\n3,2024-03-03T10:00:00Z,2\n4,2024-03-04T10:00:00Z,3\n";
    send("second", second);
    send("eleven", HOURLY, ELEVEN);
    awaitLoads(2);
    // the file of ten o'clock was sent before; its row without a time was put aside
    awaitHours(2);
    assertEquals("[1, 2, 4, 5]", column(hours(), "id"));

    send("again", second);
    send("eleven-again", HOURLY, ELEVEN);
    send("ten-anew", HOURLY, "id,at\n6,2024-03-01T10:15:00Z\n");
    awaitHours(3);
    Await.until("the end of all", Installation.LIMIT, () -> succeeded("file-requests") == 7);

    assertEquals("[3, 4]", column(shown(), "id"));
    assertEquals(2, installation.tasks(DATASOURCE).size());
    assertEquals("[6, 4, 5]", column(hours(), "id"));
    assertEquals(3, installation.tasks("file.default.hours").size());
  }

  private void awaitHours(int number) {
    Await.until(
        number + " hours", Installation.LIMIT, () -> succeeded("druid.hours.hour") == number);
  }

  private List<Map<String, Object>> hours() throws IOException {
    return installation.sql().rows("SELECT __time, id FROM \"file.default.hours\" ORDER BY __time");
  }

  private void dieAt(String killPoint) throws Exception {
    OptionalInt died =
        installation
            .doomed(PackagedFunctions.INGEST_FILE, killPoint, settings)
            .process()
            .awaitExit(Installation.LIMIT);
    assertEquals(OptionalInt.of(137), died);
  }

  private void awaitLoads(int number) {
    Await.until(number + " loads", Installation.LIMIT, () -> succeeded("druid.readings") == number);
  }

  private long succeeded(String dataset) {
    return installation
        .ledger("runs")
        .countDocuments(new Document("dataset", dataset).append("state", "SUCCEEDED"));
  }

  private List<Map<String, Object>> shown() throws IOException {
    return installation
        .sql()
        .rows("SELECT __time, id, \"value\" FROM \"" + DATASOURCE + "\" ORDER BY __time");
  }

  private static String column(List<Map<String, Object>> rows, String name) {
    return rows.stream().map(row -> row.get(name)).toList().toString();
  }

  private void send(String requestId, String content) throws Exception {
    send(requestId, "druid:readings", content);
  }

  private void send(String requestId, String target, String content) throws Exception {
    Path file = Files.writeString(files.resolve(requestId + ".csv"), content);
    String request =
        "{\"requestId\":\"%s\",\"uri\":\"%s\",\"target\":[\"%s\"]}"
            .formatted(requestId, file.toUri(), target);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", installation.servers().kafkaBootstrap()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(installation.env() + ".ml.files.normal", request)).get();
    }
  }
}
