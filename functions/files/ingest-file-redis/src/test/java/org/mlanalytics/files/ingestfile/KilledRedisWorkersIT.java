package org.mlanalytics.files.ingestfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.LocalServers;
import org.mlanalytics.local.RedisNode;

/** A worker dies with entries in work, Redis dies, another worker comes: each file once. */
class KilledRedisWorkersIT {

  private static final String MIDDLE_OF_A_LOAD =
      "org.mlanalytics.files.ingestfile.stage.MongoTarget#complete@exit:2";
  private static final List<String> PRIORITIES = List.of("high", "normal", "low");
  private static final int ROWS = 60;
  private static final int FILES = 6;

  private final Vertx vertx = Vertx.vertx();
  private FilesInstallation installation;

  @BeforeEach
  void up() throws Exception {
    installation = new FilesInstallation("ingest-file-redis", LocalServers.builder().withRedis());
  }

  @AfterEach
  void down() {
    vertx.close();
    installation.close();
  }

  @Test
  @Tag("slow")
  void everyFileIsLoadedOnceWhoeverDies() throws Exception {
    RedisNode redis = installation.servers().redis().orElseThrow();
    push("normal", "no request");
    push("normal", "{\"requestId\":\"refused\",\"uri\":\"http://127.0.0.1:1/a.csv\"}");
    for (int i = 0; i < FILES; i++) {
      push(PRIORITIES.get(i % PRIORITIES.size()), request(i));
    }
    Worker doomed = installation.launch(Worker.dieAt(MIDDLE_OF_A_LOAD));
    OptionalInt status = doomed.process().awaitExit(FilesInstallation.LIMIT);
    assertEquals(OptionalInt.of(137), status, "see " + doomed.process().log());
    assertTrue(keys("processing:*") > 0, "it died with nothing in its hands");
    redis.kill();

    Worker second = installation.launch();
    Await.until("HTTP without Redis", FilesInstallation.LIMIT, () -> isDown(second));
    assertEquals(200, second.get("/files", FilesInstallation.TOKEN).statusCode());
    redis.start();
    redis.awaitReady();

    Await.until(
        "all files are loaded, see " + second.process().log(),
        FilesInstallation.LIMIT,
        () ->
            loads().stream().filter(run -> "SUCCEEDED".equals(run.get("state"))).count() == FILES);
    Await.until(
        "nothing is left in Redis",
        FilesInstallation.LIMIT,
        () -> keys("processing:*") + waiting() == 0);
    second.awaitReady();
    assertEquals(
        IntStream.range(0, FILES * ROWS).mapToObj(Long::valueOf).toList(), loadedIds(), "rows");
    assertEquals(FILES, loads().size());
    assertEquals(
        FILES + 1,
        installation.runs(new Document("dataset", "file-requests")).size(),
        "an entry without an id is one request at every delivery");
    assertEquals(
        "FAILED",
        FilesInstallation.awaitEnd(second, "refused").get("state").asText(),
        "what has ended badly has ended");
    assertEquals(1, call(Command.LLEN, "ml:files:dead").toInteger());
    second.process().stop();
    assertEquals(0, keys("worker:*"), "who ends in order is not waited for");
  }

  /** Every second one has no id. */
  private String request(int i) {
    String uri = installation.web().serve("redis-" + i + ".csv", AlarmFile.of(i * ROWS, ROWS, 0));
    String id = i % 2 == 0 ? "\"requestId\":\"redis-" + i + "\"," : "";
    return "{%s\"uri\":\"%s\",\"schema\":\"bts-alarms\",\"target\":[\"mongo:redis\"]}"
        .formatted(id, uri);
  }

  private static boolean isDown(Worker worker) throws java.io.IOException {
    HttpResponse<String> health = worker.get("/q/health/ready", null);
    return health.statusCode() == 503
        && health.body().replaceAll("\\s", "").contains("\"redis\",\"status\":\"DOWN\"");
  }

  private List<Document> loads() {
    return installation.runs(new Document("dataset", "mongo.redis"));
  }

  private List<Long> loadedIds() {
    return installation.rows("redis").find().into(new ArrayList<>()).stream()
        .map(row -> row.getLong("id"))
        .sorted()
        .toList();
  }

  private int waiting() {
    return PRIORITIES.stream()
        .mapToInt(priority -> call(Command.LLEN, "ml:files:" + priority).toInteger())
        .sum();
  }

  private int keys(String pattern) {
    return call(Command.KEYS, "ml:files:" + pattern).size();
  }

  private void push(String priority, String value) {
    call(Command.LPUSH, "ml:files:" + priority, value);
  }

  private Response call(Command command, String... arguments) {
    Request request = Request.cmd(command);
    List.of(arguments).forEach(request::arg);
    Redis client =
        Redis.createClient(vertx, installation.servers().redis().orElseThrow().address());
    try {
      return client.send(request).toCompletionStage().toCompletableFuture().join();
    } finally {
      client.close();
    }
  }
}
