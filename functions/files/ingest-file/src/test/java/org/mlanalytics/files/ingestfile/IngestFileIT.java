package org.mlanalytics.files.ingestfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mlanalytics.files.ingestfile.callback.Receiver;
import org.mlanalytics.local.Await;

/** The packaged function on a real broker and a Mongo server, with files on a web server. */
class IngestFileIT {

  private static final String TOKEN = FilesInstallation.TOKEN;

  private static FilesInstallation installation;
  private static Worker worker;
  private static OldRequest old;

  @BeforeAll
  static void up() throws Exception {
    installation = new FilesInstallation();
    old = new OldRequest(installation, "old");
    worker = installation.worker();
  }

  @AfterAll
  static void down() {
    if (old != null) {
      old.close();
    }
    if (installation != null) {
      installation.close();
    }
  }

  @Test
  void anAlarmFileByHttpIsLoadedAndItsDirtyRowsArePutAside() throws Exception {
    String uri = installation.web().serve("a.csv", AlarmFile.sample("alarm-sample-a.csv"));

    HttpResponse<String> taken =
        worker.post("/files", TOKEN, request(uri, "sample-a", "\"bts-alarms\"", "mongo:alarms"));
    assertEquals(202, taken.statusCode(), taken.body());
    assertTrue(
        taken.headers().firstValue("location").orElseThrow().endsWith("/files/sample-a"),
        taken.headers().toString());
    JsonNode load = ingested("sample-a");

    assertEquals(8, load.get("rows").asInt(), load.toString());
    assertEquals(3, load.get("quarantined").asInt(), load.toString());
    assertEquals(5, load.get("loaded").asInt(), load.toString());
    Document alarm = installation.rows("alarms").find(new Document("_id", 90000004L)).first();
    assertEquals(new Decimal128(new java.math.BigDecimal("41.5")), alarm.get("value"));
    assertEquals(Date.from(Instant.parse("2024-03-01T10:04:00Z")), alarm.get("start_time"));
    assertEquals(
        Set.of(90000001L, 90000002L, 90000003L, 90000004L, 90000005L),
        installation.rows("alarms").distinct("id", Long.class).into(new HashSet<>()));
    assertEquals(
        Map.of(7, "duplicate-key", 8, "wrong-type", 9, "too-few-fields"), worker.quarantine(load));
    JsonNode report = FilesInstallation.json(worker.get(load.get("report").asText(), TOKEN).body());
    assertEquals(8, report.get("rows").asInt(), report.toString());
    JsonNode groups =
        FilesInstallation.json(worker.get("/files/sample-a/groups", TOKEN).body()).get("groups");
    long counted = 0;
    for (JsonNode group : groups) {
      counted += group.get("rows").asLong();
    }
    assertEquals(5, counted, groups.toString());
    HttpResponse<String> page = worker.get(load.get("reportPage").asText(), TOKEN);
    assertEquals(200, page.statusCode());
    assertTrue(page.body().startsWith("<!"), page.body());
    assertEquals(Set.of("file.ingested"), installation.eventsOf("mongo.alarms"));
  }

  @Test
  void anAlarmFileByKafkaIsLoaded() throws Exception {
    String uri = installation.web().serve("b.csv", AlarmFile.sample("alarm-sample-b.csv"));

    installation.send("normal", request(uri, "sample-b", "\"bts-events\"", "mongo:events"));
    JsonNode load = ingested("sample-b");

    assertEquals(3, load.get("loaded").asInt(), load.toString());
    assertEquals(3, installation.rows("events").countDocuments());
    assertEquals(Map.of(5, "wrong-type"), worker.quarantine(load));
  }

  @Test
  void withoutASchemaTheInferredOneIsKept() throws Exception {
    String uri = installation.web().serve("plain.csv", "id,note\n1,x\n2,\n".getBytes());

    submit("{\"requestId\":\"plain\",\"uri\":\"%s\",\"target\":[\"mongo:plain\"]}".formatted(uri));
    ingested("plain");
    JsonNode schema = FilesInstallation.json(worker.get("/files/plain/schema", TOKEN).body());
    JsonNode report = FilesInstallation.json(worker.get("/files/plain/report", TOKEN).body());

    assertEquals("integer", schema.get("columns").get(0).get("type").asText(), schema.toString());
    assertTrue(report.get("schemaInferred").asBoolean(), report.toString());
    assertEquals(2, installation.rows("plain").countDocuments());
  }

  @Test
  void aSchemaThatTheRequestBringsIsApplied() throws Exception {
    String uri = installation.web().serve("inline.csv", "id,note\n1,x\nb,y\n".getBytes());
    String schema =
        """
        {"version":1,"name":"own","unique":[["id"]],"columns":[
         {"name":"id","type":"integer"},{"name":"note","type":"text"}]}
        """;

    submit(request(uri, "inline", schema.strip(), "mongo:inline"));
    JsonNode load = ingested("inline");

    assertEquals(Map.of(3, "wrong-type"), worker.quarantine(load));
    assertEquals(1L, installation.rows("inline").find().first().get("_id"));
  }

  @Test
  void oneContentUnderTwoNamesIsLoadedOnce() throws Exception {
    byte[] content = AlarmFile.of(100, 50, 0);
    String first = installation.web().serve("one.csv", content);
    String second = installation.web().serve("two.csv", content);

    String both =
        "[%s,%s]"
            .formatted(
                request(first, "name-1", "\"bts-alarms\"", "mongo:twice"),
                request(second, "name-2", "\"bts-alarms\"", "mongo:twice"));
    assertEquals(202, worker.post("/files", TOKEN, both).statusCode());
    ingested("name-1");
    ingested("name-2");

    assertEquals(50, installation.rows("twice").countDocuments());
    List<Document> loads = installation.runs(new Document("dataset", "mongo.twice"));
    assertEquals(1, loads.size());
    assertEquals(1, loads.get(0).getInteger("attempt"), loads.get(0).toJson());
  }

  @Test
  void aRequestThatEndedLongAgoIsRemovedAndItsIdIsThatOfANewOne() throws Exception {
    Await.until(
        "the removal",
        FilesInstallation.LIMIT,
        () -> worker.get("/files/old", TOKEN).statusCode() == 404);
    Await.until("that of its run", FilesInstallation.LIMIT, old::isGone);

    String uri = installation.web().serve("old.csv", AlarmFile.of(950, 2, 0));
    submit(request(uri, "old", "\"bts-alarms\"", "mongo:old"));

    assertEquals(2, ingested("old").get("loaded").asInt());
  }

  @Test
  void oneRequestSentAgainIsTheFirstOne() throws Exception {
    String uri = installation.web().serve("again.csv", AlarmFile.of(200, 5, 0));
    String request = request(uri, "again", "\"bts-alarms\"", "mongo:again");

    submit(request);
    ingested("again");
    installation.send("high", request);
    HttpResponse<String> repeated = worker.post("/files", TOKEN, request);
    HttpResponse<String> other =
        worker.post("/files", TOKEN, request(uri, "again", "null", "mongo:again"));

    assertEquals(202, repeated.statusCode(), repeated.body());
    assertEquals(400, other.statusCode(), other.body());
    other = worker.post("/files", TOKEN, request(uri, "again", "\"bts-events\"", "mongo:again"));
    assertEquals(409, other.statusCode(), other.body());
    assertEquals("MLA-7002", FilesInstallation.json(other.body()).get("code").asText());
    assertEquals(1, installation.runs(new Document("dataset", "mongo.again")).size());
  }

  @Test
  void aFileWithTooManyBadRowsIsRejected() throws Exception {
    String uri = installation.web().serve("bad.csv", AlarmFile.of(300, 400, 150));

    submit(request(uri, "bad", "\"bts-alarms\"", "mongo:bad"));
    JsonNode status = FilesInstallation.awaitEnd(worker, "bad");

    assertEquals("REJECTED", status.get("state").asText(), status.toString());
    JsonNode load = status.get("loads").get(0);
    assertEquals("MLA-7005", load.get("error").get("code").asText(), status.toString());
    assertEquals(150, worker.unpacked(load.get("quarantine").asText(), TOKEN).size());
    assertEquals(0, installation.rows("bad").countDocuments());
    assertEquals(Set.of("run.failed", "file.rejected"), installation.eventsOf("mongo.bad"));
  }

  @Test
  void aTargetThatRefusesLeavesTheOthersAlone() throws Exception {
    String uri = installation.web().serve("half.csv", AlarmFile.of(800, 4, 0));

    submit(request(uri, "half", "\"bts-alarms\"", "kafka:no-such-topic\",\"mongo:half"));
    JsonNode status = FilesInstallation.awaitEnd(worker, "half");

    assertEquals("FAILED", status.get("state").asText(), status.toString());
    assertEquals(
        "MLA-7006",
        status.get("loads").get(0).get("error").get("code").asText(),
        status.toString());
    assertEquals("INGESTED", status.get("loads").get(1).get("state").asText(), status.toString());
    assertEquals(4, installation.rows("half").countDocuments());
  }

  @Test
  void anAddressThatIsNotAllowedIsNotReached() throws Exception {
    try (WebServer forbidden = new WebServer()) {
      String uri = forbidden.serve("secret.csv", AlarmFile.of(1, 1, 0));

      submit(request(uri, "forbidden", "\"bts-alarms\"", "mongo:secret"));
      JsonNode status = FilesInstallation.awaitEnd(worker, "forbidden");

      assertEquals("FAILED", status.get("state").asText(), status.toString());
      assertEquals("MLA-7003", status.get("error").get("code").asText(), status.toString());
      assertTrue(status.get("error").path("detail").isMissingNode(), "not for the tenant");
      assertEquals(0, forbidden.calls());
      Document run = installation.runs(new Document("scope", "bts/forbidden")).get(0);
      assertTrue(
          run.get("error", Document.class).getString("message").startsWith("port-forbidden"),
          run.toJson());
    }
  }

  @Test
  void aSourceThatIsAwayForAMomentIsAskedAgain() throws Exception {
    String uri = installation.web().serve("flaky.csv", AlarmFile.of(450, 3, 0));
    installation.web().failOnce("flaky.csv");

    submit(request(uri, "flaky", "\"bts-alarms\"", "mongo:flaky"));

    assertEquals(3, ingested("flaky").get("loaded").asInt());
  }

  @Test
  void aFileThatIsNotTheNamedOneIsNotLanded() throws Exception {
    String uri = installation.web().serve("other.csv", AlarmFile.of(400, 3, 0));
    String request =
        request(uri, "digest", "\"bts-alarms\"", "mongo:digest")
            .replace("{", "{\"sha256\":\"" + "0".repeat(64) + "\",");

    submit(request);
    JsonNode status = FilesInstallation.awaitEnd(worker, "digest");

    assertEquals("MLA-7004", status.get("error").get("code").asText(), status.toString());
    assertTrue(status.path("content").isMissingNode(), status.toString());
  }

  @Test
  void theEndOfARequestIsToldSignedUntilItIsTaken() throws Exception {
    String hook = installation.receiver().address();
    String uri = installation.web().serve("told.csv", AlarmFile.of(900, 3, 0));
    String request =
        request(uri, "told", "\"bts-alarms\",\"callback\":\"" + hook + "\"", "mongo:told");

    submit(request);
    ObjectNode status = FilesInstallation.awaitCallback(worker, "told");
    List<Receiver.Message> messages = installation.receiver().messages();

    JsonNode callback = status.remove("callback");
    assertEquals(3, callback.get("attempts").asInt(), callback.toString());
    assertEquals("204", callback.get("lastResult").asText(), callback.toString());
    assertEquals(3, messages.size(), messages.toString());
    assertEquals(1, messages.stream().map(Receiver.Message::id).distinct().count());
    for (Receiver.Message message : messages) {
      assertEquals(status, FilesInstallation.json(message.body()));
      assertTrue(message.isSignedBy(FilesInstallation.SECRET), message.toString());
    }
    for (HttpResponse<String> refused :
        List.of(
            worker.post("/files", TOKEN, request.replace(hook, "http://127.0.0.2:9/")),
            worker.post("/files", FilesInstallation.OTHER_TOKEN, request))) {
      assertEquals(400, refused.statusCode(), refused.body());
      assertEquals("MLA-7101", FilesInstallation.json(refused.body()).get("code").asText());
    }
  }

  @Test
  void aTenantSeesItsOwnRequestsOnly() throws Exception {
    String uri = installation.web().serve("own.csv", AlarmFile.of(500, 2, 0));
    submit(request(uri, "own", "\"bts-alarms\"", "mongo:own"));
    ingested("own");

    assertEquals(200, worker.get("/files/own", TOKEN).statusCode());
    for (String path : List.of("/files/own", "/files/own/report", "/files/own/quarantine")) {
      assertEquals(404, worker.get(path, FilesInstallation.OTHER_TOKEN).statusCode(), path);
      assertEquals(401, worker.get(path, null).statusCode(), path);
      assertEquals(401, worker.get(path, "x".repeat(50)).statusCode(), path);
    }
    assertEquals(
        404, worker.post("/files/own/cancel", FilesInstallation.OTHER_TOKEN, "").statusCode());
    assertEquals("[]", worker.get("/files", FilesInstallation.OTHER_TOKEN).body());
    assertEquals(200, worker.get("/files/schema", TOKEN).statusCode());
    assertEquals(200, worker.get("/files/schema/file-schema", TOKEN).statusCode());
  }

  @Test
  void aRequestThatIsNoneIsRefused() throws Exception {
    HttpResponse<String> refused =
        worker.post("/files", TOKEN, "{\"uri\":\"http://127.0.0.1/\",\"tenant\":\"other\"}");
    assertEquals(400, refused.statusCode());
    assertEquals("MLA-7001", FilesInstallation.json(refused.body()).get("code").asText());

    HttpResponse<String> noSchema =
        worker.post("/files", TOKEN, "{\"uri\":\"http://127.0.0.1/\",\"schema\":{\"version\":1}}");
    assertEquals(400, noSchema.statusCode());
    assertEquals(
        "field schema: name: it is missing",
        FilesInstallation.json(noSchema.body()).get("detail").asText());

    installation.send("low", "{\"url\":\"http://127.0.0.1/\"}");
    assertEquals(
        List.of("{\"url\":\"http://127.0.0.1/\"}"),
        installation.records("dev.ml.files.low.dlq", 1).stream()
            .map(ConsumerRecord::value)
            .toList());
  }

  @Test
  void aRequestThatIsCancelledWhileItIsFetchedIsNotLoaded() throws Exception {
    String uri = installation.web().serve("slow.csv", AlarmFile.of(600, 20, 0));
    Runnable release = installation.web().hold("slow.csv");
    submit(request(uri, "slow", "\"bts-alarms\"", "mongo:slow"));
    Await.until(
        "fetching",
        FilesInstallation.LIMIT,
        () ->
            FilesInstallation.json(worker.get("/files/slow", TOKEN).body())
                .get("state")
                .asText()
                .equals("FETCHING"));

    HttpResponse<String> cancelled = worker.post("/files/slow/cancel", TOKEN, "");
    release.run();

    assertEquals(
        "CANCELLED",
        FilesInstallation.json(cancelled.body()).get("state").asText(),
        cancelled.body());
    String after = installation.web().serve("after.csv", AlarmFile.of(700, 2, 0));
    submit(request(after, "after", "\"bts-alarms\"", "mongo:after"));
    ingested("after");
    assertEquals("CANCELLED", FilesInstallation.awaitEnd(worker, "slow").get("state").asText());
    assertEquals(0, installation.rows("slow").countDocuments());
  }

  private static String request(String uri, String id, String schema, String target) {
    return "{\"requestId\":\"%s\",\"uri\":\"%s\",\"schema\":%s,\"target\":[\"%s\"]}"
        .formatted(id, uri, schema, target);
  }

  private static void submit(String request) throws Exception {
    HttpResponse<String> taken = worker.post("/files", TOKEN, request);
    assertEquals(202, taken.statusCode(), taken.body());
  }

  private static JsonNode ingested(String requestId) {
    JsonNode status = FilesInstallation.awaitEnd(worker, requestId);
    assertEquals("INGESTED", status.get("state").asText(), status.toString());
    return status.get("loads").get(0);
  }
}
