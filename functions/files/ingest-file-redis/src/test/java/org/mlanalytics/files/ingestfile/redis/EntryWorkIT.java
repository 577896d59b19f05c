package org.mlanalytics.files.ingestfile.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlanalytics.files.ingestfile.queue.PriorityGate;
import org.mlanalytics.files.ingestfile.request.FileRequest;
import org.mlanalytics.local.Await;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** What becomes of entries, with a real Redis and without files. */
class EntryWorkIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 10_000;
  private static final String TAKEN = "processing:w:normal";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path dir;

  private static LocalRedis redis;

  private final List<FileRequest> processed = new CopyOnWriteArrayList<>();
  private final RequestLists lists =
      new RequestLists(
          redis.calls(), new ListNames(LocalRedis.PREFIX), "w", Duration.ofSeconds(60), 100);
  private boolean stopping;

  @BeforeAll
  static void up() {
    redis = new LocalRedis(dir);
  }

  @AfterAll
  static void down() {
    redis.close();
  }

  @BeforeEach
  void empty() {
    redis.calls().call(Command.FLUSHALL);
  }

  @Test
  void anEntryIsRemovedAfterItsFileHasEnded() {
    redis.push("normal", "{\"uri\":\"u\",\"requestId\":\"r\"}");
    work(
        request -> {
          assertEquals(1, redis.list(TAKEN).size(), "while it is worked on");
          processed.add(request);
        });

    assertEquals(List.of("r"), processed.stream().map(FileRequest::requestId).toList());
    assertNothingLeft();
    assertEquals(List.of(), redis.list("dead"));
  }

  @Test
  void aRequestWithoutAnIdHasTheSameAtEveryDelivery() {
    redis.push("normal", "{\"uri\":\"u\"}");
    stopping = true;
    Consumer<FileRequest> interrupted =
        request -> {
          processed.add(request);
          throw new IllegalStateException("the process ends");
        };
    work(interrupted);
    lists.beat();
    work(interrupted);
    lists.beat();
    stopping = false;
    work(processed::add);

    assertEquals(3, processed.size());
    assertEquals(1, Set.copyOf(processed).size(), processed.toString());
    assertNothingLeft();
  }

  @Test
  void twoEqualEntriesWithoutAnIdAreTwoRequests() {
    redis.push("normal", "{\"uri\":\"u\"}");
    redis.push("normal", "{\"uri\":\"u\"}");
    work(processed::add);
    work(processed::add);

    assertNotEquals(processed.get(0).requestId(), processed.get(1).requestId());
    assertNothingLeft();
  }

  @Test
  void whatIsNoRequestIsADeadLetterAndTheNextOneIsWorkedOn() throws IOException {
    redis.push("normal", "no JSON");
    redis.calls().call(Command.LPUSH, redis.key("normal"), Buffer.buffer(new byte[] {-1, 0, 10}));
    redis.push("normal", "{\"uri\":\"u\",\"tenant\":\"other\"}");
    redis.push("normal", "{\"uri\":\"u\"}");
    for (int i = 0; i < 4; i++) {
      work(processed::add);
    }

    assertEquals(1, processed.size());
    assertNothingLeft();
    List<JsonNode> dead = deadLetters();
    assertEquals(
        List.of("no JSON", "", "{\"uri\":\"u\",\"tenant\":\"other\"}"),
        dead.stream().map(letter -> letter.path("entry").asText()).toList());
    assertEquals("/wAK", dead.get(1).path("entryBase64").asText());
    for (JsonNode letter : dead) {
      assertEquals(ErrorCode.FILE_REQUEST.code(), letter.get("reason").asText());
      assertEquals("normal", letter.get("priority").asText());
      assertTrue(Instant.parse(letter.get("at").asText()).isAfter(Instant.EPOCH));
    }
  }

  @Test
  void whatIsLargerThanARequestIsADeadLetterThatOnlyNamesItAndTheNextOneIsWorkedOn()
      throws IOException {
    String begin = "{\"uri\":\"u\",\"requestId\":\"r\",\"format\":\"";
    String justRight = begin.replace("format", "schema") + "a".repeat(60) + "\"}";
    redis.push("normal", begin + "é".repeat(4_000_000) + "\"}");
    redis.push("normal", begin + "x".repeat(MOST_BYTES - begin.length() - 1) + "\"}");
    redis.push("normal", justRight + " ".repeat(MOST_BYTES - justRight.length()));
    for (int i = 0; i < 3; i++) {
      work(processed::add);
    }

    assertEquals(1, processed.size());
    assertNothingLeft();
    List<JsonNode> dead = deadLetters();
    assertEquals(2, dead.size());
    assertEquals(8_000_000 + begin.length() + 2, dead.get(0).get("bytes").asInt());
    assertEquals(MOST_BYTES + 1, dead.get(1).get("bytes").asInt());
    for (JsonNode letter : dead) {
      assertEquals(ErrorCode.BODY_TOO_LARGE.code(), letter.get("reason").asText());
      assertEquals("at most " + MOST_BYTES + " bytes", letter.get("detail").asText());
      assertEquals(64, letter.get("sha256").asText().length());
      assertTrue(letter.get("beginning").asText().startsWith(begin));
      assertTrue(letter.toString().length() < 3_000);
    }
  }

  @Test
  void oneOfTwoLargeEntriesIsBuriedAndTheOtherStaysInHand() {
    redis.push("normal", "a".repeat(MOST_BYTES + 1));
    redis.push("normal", "b".repeat(MOST_BYTES + 1));
    Entry first = lists.take().orElseThrow();
    lists.take().orElseThrow();

    entryWork(processed::add).work(first);

    assertEquals(1, redis.list(TAKEN).size());
    assertTrue(redis.list(TAKEN).get(0).startsWith("b"), "the other one");
  }

  @Test
  void whatFailsForGoodIsADeadLetterWithItsReason() throws IOException {
    redis.push("normal", "{\"uri\":\"u\",\"requestId\":\"r\"}");
    work(
        request -> {
          throw new AnalyticsException(ErrorCode.FILE_REQUEST_DIFFERS, "request r");
        });

    assertNothingLeft();
    assertEquals("MLA-7002", deadLetters().get(0).get("reason").asText());
  }

  @Test
  void everyRequestIsDoneThoughRedisDiesAndComesBack() throws InterruptedException {
    Set<String> done = new ConcurrentSkipListSet<>();
    EntryWork work = entryWork(request -> done.add(request.requestId()));
    CountDownLatch stop = new CountDownLatch(1);
    List<Thread> threads =
        List.of(
            new Thread(new Repeating(lists::beat, Duration.ofMillis(200), stop)),
            new Thread(
                new Repeating(() -> lists.take().ifPresent(work::work), Duration.ZERO, stop)));
    threads.forEach(Thread::start);
    pushRequests(0, 50);
    redis.node().kill();
    redis.node().start();
    redis.node().awaitReady();
    pushRequests(50, 100);
    Await.until("all are done", SOON, () -> done.size() == 100);
    Await.until("nothing is left", SOON, () -> redis.list(TAKEN).isEmpty());
    stop.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertNothingLeft();
    assertEquals(List.of(), redis.list("dead"));
  }

  private static void pushRequests(int from, int to) {
    Await.until(
        "Redis is back",
        SOON,
        () -> {
          try {
            redis.calls().call(Command.PING);
            return true;
          } catch (AnalyticsException away) {
            return false;
          }
        });
    for (int i = from; i < to; i++) {
      redis.push("normal", "{\"uri\":\"u\",\"requestId\":\"r%d\"}".formatted(i));
    }
  }

  private void work(Consumer<FileRequest> process) {
    entryWork(process).work(lists.take().orElseThrow());
  }

  private EntryWork entryWork(Consumer<FileRequest> process) {
    return new EntryWork(lists, new PriorityGate(1), process, () -> stopping, MOST_BYTES);
  }

  private static void assertNothingLeft() {
    assertEquals(List.of(), redis.list("normal"));
    assertEquals(List.of(), redis.list(TAKEN));
  }

  /** From the oldest on. */
  private static List<JsonNode> deadLetters() throws IOException {
    List<JsonNode> letters = new CopyOnWriteArrayList<>();
    for (String letter : redis.list("dead")) {
      letters.add(JSON.readTree(letter));
    }
    Collections.reverse(letters);
    return letters;
  }
}
