package org.mlanalytics.files.ingestfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workers that die, and workers that do the same at the same time: each file is loaded once. */
class KilledWorkersIT {

  private static final String FILES = "org.mlanalytics.files.ingestfile.";
  private static final String RUN = "org.mlanalytics.runtime.run.";
  private static final int ROWS = 100;

  /** In the order in which a file passes them. */
  private static final List<String> STEPS =
      List.of(
          // the request is not kept
          FILES + "request.RequestStore#accept@enter",
          // kept, no run
          FILES + "request.RequestStore#accept@exit",
          // in the middle of the fetch
          FILES + "stage.FetchStage#land@enter",
          // landed, the ledger does not know
          FILES + "stage.FetchStage#land@exit",
          // the ledger knows
          RUN + "RunHandle#extracted@exit",
          // in the middle of the check
          FILES + "stage.CheckStage#check@enter",
          // report and quarantine are kept, the ledger does not know
          FILES + "stage.CheckStage#check@exit",
          // in the middle of the load: the second of five batches
          FILES + "stage.MongoTarget#complete@exit:2",
          // loaded, the ledger does not know
          FILES + "stage.LoadStage#load@exit",
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
  void aFileWhoseWorkerDiesAtEveryStepIsLoadedOnce() throws Exception {
    String uri = installation.web().serve("killed.csv", AlarmFile.of(1000, ROWS, 0));
    installation.send("normal", request(uri, "killed", "mongo:killed"));
    for (String step : STEPS) {
      Worker doomed = installation.launch(Worker.dieAt(step));
      OptionalInt status = doomed.process().awaitExit(FilesInstallation.LIMIT);
      assertEquals(OptionalInt.of(137), status, step + ", see " + doomed.process().log());
    }
    Worker last = installation.worker();
    JsonNode status = FilesInstallation.awaitEnd(last, "killed");

    assertEquals("INGESTED", status.get("state").asText(), status.toString());
    assertLoadedOnce("killed", 1000);
    Document load = installation.runs(new Document("dataset", "mongo.killed")).get(0);
    assertEquals((long) ROWS, load.get("counts", Document.class).getLong("published"));
  }

  @Test
  void twoWorkersOnOneContentLoadItOnce() throws Exception {
    Worker first = installation.launch();
    Worker second = installation.launch();
    first.awaitReady();
    second.awaitReady();
    byte[] content = AlarmFile.of(2000, ROWS, 0);
    for (int i = 0; i < 10; i++) {
      String uri = installation.web().serve("race-" + i + ".csv", content);
      installation.send("normal", request(uri, "race-" + i, "mongo:race"));
      installation.send("high", request(uri, "race-" + i, "mongo:race"));
    }
    for (int i = 0; i < 10; i++) {
      JsonNode status = FilesInstallation.awaitEnd(i % 2 == 0 ? first : second, "race-" + i);
      assertEquals("INGESTED", status.get("state").asText(), status.toString());
    }

    assertLoadedOnce("race", 2000);
    assertEquals(
        10, installation.runs(new Document("dataset", "file-requests")).size(), "one a request");
  }

  private void assertLoadedOnce(String collection, int firstId) {
    Set<Long> expected =
        IntStream.range(firstId, firstId + ROWS)
            .mapToObj(id -> (long) id)
            .collect(Collectors.toSet());
    assertEquals(ROWS, installation.rows(collection).countDocuments());
    assertEquals(
        expected, installation.rows(collection).distinct("id", Long.class).into(new HashSet<>()));
    List<Document> loads = installation.runs(new Document("dataset", "mongo." + collection));
    assertEquals(1, loads.size());
    assertEquals(1, loads.get(0).getInteger("attempt"), loads.get(0).toJson());
    assertEquals("SUCCEEDED", loads.get(0).getString("state"), loads.get(0).toJson());
  }

  private static String request(String uri, String id, String target) {
    return "{\"requestId\":\"%s\",\"uri\":\"%s\",\"schema\":\"bts-alarms\",\"target\":[\"%s\"]}"
        .formatted(id, uri, target);
  }
}
