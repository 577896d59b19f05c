package org.mlanalytics.files.ingestfile.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlanalytics.files.ingestfile.request.Priority;
import org.mlanalytics.local.Await;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** The lists in a real Redis, as its producers and several workers see them. */
class RequestListsIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  /** Long beside a pause of the machine, short beside the patience of who runs the tests. */
  private static final Duration ALIVE = Duration.ofSeconds(60);

  private static final Duration DEAD_SOON = Duration.ofMillis(300);

  @TempDir static Path dir;

  private static LocalRedis redis;

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
  void highComesBeforeNormalBeforeLowAndTheOldestFirst() {
    redis.push("low", "l1");
    redis.push("normal", "n1");
    redis.push("normal", "n2");
    redis.push("high", "h1");
    RequestLists lists = worker("w", ALIVE);

    assertEquals(List.of("h1", "n1", "n2", "l1"), takeAll(lists));
  }

  @Test
  void whatIsTakenStaysInTheListOfTheWorkerUntilItIsDone() {
    redis.push("normal", "a");
    RequestLists lists = worker("w", ALIVE);
    Entry entry = lists.take().orElseThrow();
    lists.beat();

    assertEquals(List.of("a"), redis.list("processing:w:normal"));
    lists.done(entry);

    assertEquals(List.of(), redis.list("processing:w:normal"));
    assertEquals(List.of(), redis.list("normal"));
  }

  @Test
  void anEntryThatIsReplacedComesBackAsItWasReplaced() {
    redis.push("low", "a");
    RequestLists doomed = worker("doomed", DEAD_SOON);
    Entry named = doomed.replace(doomed.take().orElseThrow(), Buffer.buffer("named")).orElseThrow();
    assertEquals("named", named.value().toString());

    assertEquals(List.of("named"), recovered("low"));
  }

  @Test
  void whatADeadWorkerHadGoesBackInItsOrderAndBeforeTheOthers() {
    redis.push("normal", "1");
    redis.push("normal", "2");
    RequestLists doomed = worker("doomed", DEAD_SOON);
    doomed.take();
    doomed.take();
    redis.push("normal", "3");

    assertEquals(List.of("3", "2", "1"), recovered("normal"));
    assertEquals(List.of(), redis.list("processing:doomed:normal"));
  }

  @Test
  void twoThatFindADeadWorkerAtOnceDoubleNothing() {
    RequestLists doomed = worker("doomed", DEAD_SOON);
    List<String> values = IntStream.range(0, 200).mapToObj(i -> "v" + i).toList();
    for (String value : values) {
      redis.push("low", value);
      doomed.take();
    }
    List<RequestLists> finders = List.of(worker("one", ALIVE), worker("two", ALIVE));
    Await.until(
        "recovery",
        SOON,
        () -> {
          finders.parallelStream().forEach(RequestLists::beat);
          return !redis.list("low").isEmpty();
        });

    assertEquals(values, reversed(redis.list("low")));
  }

  private static List<String> reversed(List<String> values) {
    List<String> reversed = new ArrayList<>(values);
    Collections.reverse(reversed);
    return reversed;
  }

  @Test
  void whatALivingWorkerHasStaysItsOwn() {
    redis.push("normal", "a");
    RequestLists living = worker("living", ALIVE);
    living.take();
    RequestLists other = worker("other", ALIVE);
    other.beat();
    other.beat();

    assertEquals(List.of("a"), redis.list("processing:living:normal"));
    assertEquals(List.of(), redis.list("normal"));
  }

  /** All signs have run out while Redis was away: who comes first must not rob the others. */
  @Test
  void whoseOwnSignHasRunOutRecoversNothing() {
    redis.push("normal", "a");
    worker("living", ALIVE).take();
    RequestLists first = worker("first", ALIVE);
    first.beat();
    redis.calls().call(Command.DEL, redis.key("worker:living"), redis.key("worker:first"));
    first.beat();

    assertEquals(List.of("a"), redis.list("processing:living:normal"));
  }

  @Test
  void aWorkerThatOnlySleptNeitherNamesNorBuriesWhatAnotherHasNow() {
    redis.push("normal", "a");
    RequestLists sleeper = worker("sleeper", DEAD_SOON);
    Entry lost = sleeper.take().orElseThrow();
    assertEquals(List.of("a"), recovered("normal"));

    assertEquals(Optional.empty(), sleeper.replace(lost, Buffer.buffer("named")));
    sleeper.bury(lost, Buffer.buffer("letter"));

    assertEquals(List.of("a"), redis.list("normal"));
    assertEquals(List.of(), redis.list("dead"));
  }

  /** The server moved it, the answer never came. */
  @Test
  void whatTheWorkerDoesNotKnowThatItHasGoesBack() {
    RequestLists lists = worker("w", ALIVE);
    redis.push("high", "known");
    lists.take();
    redis.calls().call(Command.LPUSH, redis.key("processing:w:high"), "known");
    redis.calls().call(Command.LPUSH, redis.key("processing:w:low"), "unknown");
    lists.beat();

    assertEquals(List.of("known"), redis.list("processing:w:high"));
    assertEquals(List.of("known"), redis.list("high"), "of two equal ones, one");
    assertEquals(List.of("unknown"), redis.list("low"));
  }

  @Test
  void whoLeavesGivesBackWhatItHasAndTakesNothing() {
    redis.push("normal", "a");
    RequestLists lists = worker("w", ALIVE);
    lists.take();
    lists.leave();

    assertEquals(List.of("a"), redis.list("normal"));
    assertEquals(Optional.empty(), lists.take());
    lists.beat();
    assertEquals(0, redis.calls().call(Command.ZCARD, redis.key("workers")).toInteger());
  }

  @Test
  void deadLettersAreLimited() {
    RequestLists lists = worker("w", ALIVE);
    for (int i = 1; i <= 4; i++) {
      redis.push("normal", "bad " + i);
      lists.bury(lists.take().orElseThrow(), Buffer.buffer("letter " + i));
    }

    assertEquals(List.of("letter 4", "letter 3", "letter 2"), redis.list("dead"));
    assertEquals(List.of(), redis.list("processing:w:normal"));
  }

  @Test
  void anErrorOfRedisIsAFaultWithItsFirstWord() {
    redis.calls().call(Command.SET, redis.key("high"), "no list");
    AnalyticsException e = assertThrows(AnalyticsException.class, () -> worker("w", ALIVE).take());

    assertEquals(ErrorCode.REDIS_UNAVAILABLE, e.code());
    assertEquals("WRONGTYPE", e.getMessage());
  }

  @Test
  void onlyWhoLogsInIsServedAndNoFaultTellsThePassword() {
    redis.calls().call(Command.CONFIG, "SET", "requirepass", "right-password");
    try {
      assertEquals("PONG", redis.callsWith("right-password").call(Command.PING).toString());
      AnalyticsException without = fault(redis.callsWith(null));
      AnalyticsException wrong = fault(redis.callsWith("wrong-password"));

      assertEquals("NOAUTH", without.getMessage());
      assertEquals("WRONGPASS", wrong.getMessage());
      assertFalse(
          wrong.toString().contains("wrong-password")
              || wrong.getCause().toString().contains("wrong-password"));
    } finally {
      redis.calls().call(Command.CONFIG, "SET", "requirepass", "");
    }
  }

  private static AnalyticsException fault(RedisCalls calls) {
    return assertThrows(AnalyticsException.class, () -> calls.call(Command.PING));
  }

  /** The list of a priority after another worker has found the dead one. */
  private static List<String> recovered(String priority) {
    RequestLists finder = worker("finder", ALIVE);
    finder.beat();
    Await.until(
        "recovery",
        SOON,
        () -> {
          finder.beat();
          return !redis.list(priority).isEmpty()
              && redis.calls().call(Command.KEYS, redis.key("processing:*")).size() == 0;
        });
    return redis.list(priority);
  }

  private static List<String> takeAll(RequestLists lists) {
    List<String> values = new ArrayList<>();
    for (Optional<Entry> e = lists.take(); e.isPresent(); e = lists.take()) {
      values.add(e.get().value().toString());
      assertEquals(values.get(values.size() - 1).charAt(0), letter(e.get().priority()));
    }
    return values;
  }

  private static char letter(Priority priority) {
    return priority.label().charAt(0);
  }

  private static RequestLists worker(String name, Duration timeout) {
    return new RequestLists(redis.calls(), new ListNames(LocalRedis.PREFIX), name, timeout, 3);
  }
}
