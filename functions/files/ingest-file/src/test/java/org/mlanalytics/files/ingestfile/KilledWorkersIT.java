package org.mlanalytics.files.ingestfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workers that die, workers that do the same at once, a broker that dies: each file once. */
class KilledWorkersIT {

  private static final String STAGE = "org.mlanalytics.files.ingestfile.stage.";
  private static final String RUN = "org.mlanalytics.runtime.run.";
  private static final int ROWS = 100;
  private static final int REQUESTS = 10;

  /** In the order in which a file passes them. */
  private static final List<String> STEPS =
      List.of(
          // the request is kept, the fetch has begun
          STAGE + "FetchStage#land@enter",
          // landed, the ledger does not know
          STAGE + "FetchStage#land@exit",
          // report and quarantine are kept, the ledger does not know
          STAGE + "CheckStage#check@exit",
          // in the middle of the load: the second of five batches
          STAGE + "MongoTarget#complete@exit:2",
          // the same of the other target: two of five transactions are committed
          STAGE + "KafkaTarget#commit@exit:2",
          // the third is open and ends when somebody goes on, who then sends it anew
          "org.apache.kafka.clients.producer.KafkaProducer#commitTransaction@enter:1",
          // the load has ended, its event is not sent
          RUN + "RunHandle#succeed@exit");

  private FilesInstallation installation;

  @BeforeEach
  void up() throws Exception {
    installation = new FilesInstallation();
  }

  @AfterEach
  void down() {
    installation.close();
  }

  @Test
  @Tag("slow")
  void everyFileIsLoadedOnceWhoeverDies() throws Exception {
    String uri = installation.web().serve("killed.csv", AlarmFile.of(1000, ROWS, 0));
    String hook = "{\"callback\":\"" + installation.receiver().address() + "\",";
    installation.send("normal", request(uri, "killed", "killed").replaceFirst("\\{", hook));
    for (String step : STEPS) {
      Worker doomed = installation.launch(Worker.dieAt(step));
      OptionalInt status = doomed.process().awaitExit(FilesInstallation.LIMIT);
      assertEquals(OptionalInt.of(137), status, step + ", see " + doomed.process().log());
    }
    Worker first = installation.launch();
    Worker second = installation.launch();
    first.awaitReady();
    second.awaitReady();

    assertIngested(first, "killed");
    assertLoadedOnce("killed", 1000);
    twoWorkersOnOneContent(first, second);
    FilesInstallation.awaitCallback(first, "killed");
    assertEquals(3, installation.receiver().messages().size(), "refused twice");
  }

  /** Each request is sent twice, all have one content, and the broker dies among them. */
  private void twoWorkersOnOneContent(Worker first, Worker second) throws Exception {
    byte[] content = AlarmFile.of(2000, ROWS, 0);
    for (int i = 0; i < REQUESTS; i++) {
      String uri = installation.web().serve("race-" + i + ".csv", content);
      installation.send("normal", request(uri, "race-" + i, "race"));
      installation.send("high", request(uri, "race-" + i, "race"));
      if (i == REQUESTS / 2) {
        installation.servers().kafka().orElseThrow().restart();
      }
    }
    for (int i = 0; i < REQUESTS; i++) {
      assertIngested(i % 2 == 0 ? first : second, "race-" + i);
    }
    assertLoadedOnce("race", 2000);
    assertEquals(
        REQUESTS + 1,
        installation.runs(new Document("dataset", "file-requests")).size(),
        "one a request");
  }

  private static void assertIngested(Worker worker, String requestId) {
    JsonNode status = FilesInstallation.awaitEnd(worker, requestId);
    assertEquals("INGESTED", status.get("state").asText(), status.toString());
  }

  private void assertLoadedOnce(String name, int firstId) {
    List<String> expected =
        IntStream.range(firstId, firstId + ROWS).mapToObj(Integer::toString).toList();
    assertEquals(expected, documents(name), "documents");
    assertEquals(expected, records(name), "records");
    assertRunOnce("mongo." + name);
    assertRunOnce("kafka." + name);
  }

  private List<String> documents(String name) {
    return installation.rows(name).find().into(new ArrayList<>()).stream()
        .map(row -> row.getLong("id").toString())
        .sorted()
        .toList();
  }

  private List<String> records(String name) {
    return installation.records(FilesInstallation.rowTopic(name), ROWS).stream()
        .map(ConsumerRecord::key)
        .sorted()
        .toList();
  }

  private void assertRunOnce(String dataset) {
    List<Document> loads = installation.runs(new Document("dataset", dataset));
    assertEquals(1, loads.size());
    assertEquals(1, loads.get(0).getInteger("attempt"), loads.get(0).toJson());
    assertEquals((long) ROWS, loads.get(0).get("counts", Document.class).getLong("published"));
    assertEquals("SUCCEEDED", loads.get(0).getString("state"), loads.get(0).toJson());
  }

  private static String request(String uri, String id, String name) {
    return "{\"requestId\":\"%s\",\"uri\":\"%s\",\"schema\":\"bts-alarms\",\"target\":[\"mongo:%s\",\"kafka:%s\"]}"
        .formatted(id, uri, name, name);
  }
}
