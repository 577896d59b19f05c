package org.mlanalytics.files.ingestfile.redis;

import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mlanalytics.files.ingestfile.request.Priority;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * The lists of requests, as one worker sees them: at least once. What it takes moves to a list of
 * its own and stays there until it is {@link #done} or {@linkplain #bury dead}. Whatever it does
 * not know to have in its hands, because an answer was lost, goes back, and so does what a dead
 * worker had. Every method throws an {@link AnalyticsException} with {@link
 * ErrorCode#REDIS_UNAVAILABLE} while Redis is away.
 */
final class RequestLists {

  /** Seconds; what waits at a lower priority waits so long at most. */
  private static final String LONGEST_WAIT = "0.5";

  private static final Duration FORGET_AFTER = Duration.ofDays(1);
  private static final Duration AT_ONCE = Duration.ofSeconds(-1);

  private final RedisCalls redis;
  private final ListNames names;
  private final String worker;
  private final Duration timeout;
  private final int deadLetters;
  private final List<Entry> inHand = new CopyOnWriteArrayList<>();
  private boolean announced;
  private boolean left;

  /**
   * @param worker unique among all, also those of the past
   * @param timeout after which the worker is taken for dead
   * @param deadLetters how many are kept
   */
  RequestLists(
      RedisCalls redis, ListNames names, String worker, Duration timeout, int deadLetters) {
    this.redis = redis;
    this.names = names;
    this.worker = worker;
    this.timeout = timeout;
    this.deadLetters = deadLetters;
  }

  /**
   * The oldest entry of the highest priority. Where nothing waits, one of high priority is waited
   * for, half a second at most.
   */
  synchronized Optional<Entry> take() {
    if (left) {
      return Optional.empty();
    }
    if (!announced) {
      announce();
    }
    for (Priority priority : Priority.values()) {
      Optional<Entry> entry = move(Command.LMOVE, priority);
      if (entry.isPresent()) {
        return entry;
      }
    }
    return move(Command.BLMOVE, Priority.HIGH, LONGEST_WAIT);
  }

  private Optional<Entry> move(Command command, Priority priority, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(names.waiting(priority), names.taken(worker, priority)));
    arguments.addAll(List.of("RIGHT", "LEFT"));
    arguments.addAll(List.of(more));
    Optional<Entry> entry =
        Optional.ofNullable(redis.call(command, arguments.toArray()))
            .map(moved -> new Entry(priority, moved.toBuffer()));
    entry.ifPresent(inHand::add);
    return entry;
  }

  /**
   * Writes an entry anew.
   *
   * @return the entry as it is now; empty when it is no longer this worker's
   */
  Optional<Entry> replace(Entry entry, Buffer value) {
    Entry replaced = new Entry(entry.priority(), value);
    inHand.add(replaced);
    boolean own = false;
    try {
      own = redis.script(Scripts.REPLACE, taken(entry), entry.value(), value).toInteger() > 0;
      return own ? Optional.of(replaced) : Optional.empty();
    } finally {
      inHand.remove(entry);
      if (!own) {
        inHand.remove(replaced);
      }
    }
  }

  /** Removes an entry whose file has ended. */
  void done(Entry entry) {
    try {
      redis.call(Command.LREM, names.taken(worker, entry.priority()), 1, entry.value());
    } finally {
      inHand.remove(entry);
    }
  }

  /** Puts an entry aside for people. */
  void bury(Entry entry, Buffer letter) {
    try {
      redis.script(
          Scripts.BURY,
          List.of(names.taken(worker, entry.priority()), names.dead()),
          entry.value(),
          letter,
          deadLetters);
    } finally {
      inHand.remove(entry);
    }
  }

  /** Puts an entry aside that is too large to be sent once more. */
  void buryLarge(Entry entry, Buffer letter) {
    try {
      redis.script(
          Scripts.BURY_LARGE,
          List.of(names.taken(worker, entry.priority()), names.dead()),
          entry.value().length(),
          entry.digest("SHA-1"),
          letter,
          deadLetters);
    } finally {
      inHand.remove(entry);
    }
  }

  /** Gives up an entry: it goes back to its list with the next sign of life. */
  void release(Entry entry) {
    inHand.remove(entry);
  }

  /** Gives a sign of life, and sees to it that nothing stays with nobody. */
  void beat() {
    boolean alive = announce();
    reclaim();
    // where the own sign has run out, Redis was away: those of living workers have too
    if (alive) {
      recover();
    }
  }

  /** Gives back what is left; nothing is taken any more. */
  synchronized void leave() {
    left = true;
    redis.call(Command.DEL, names.heartbeat(worker));
    recover(worker, AT_ONCE);
  }

  private synchronized boolean announce() {
    if (left) {
      return false;
    }
    boolean alive =
        redis
                .script(
                    Scripts.BEAT,
                    List.of(names.heartbeat(worker), names.workers()),
                    worker,
                    timeout.toMillis())
                .toInteger()
            == 1;
    announced = true;
    return alive;
  }

  /** Not while something is taken: it would be in the list and not yet in hand. */
  private synchronized void reclaim() {
    for (Priority priority : Priority.values()) {
      List<String> keys = List.of(names.taken(worker, priority), names.waiting(priority));
      List<Entry> strays = new ArrayList<>();
      for (Response value : redis.call(Command.LRANGE, keys.get(0), 0, -1)) {
        strays.add(new Entry(priority, value.toBuffer()));
      }
      inHand.forEach(strays::remove);
      strays.forEach(stray -> redis.script(Scripts.RETURN, keys, stray.value()));
    }
  }

  private void recover() {
    for (Response other : redis.call(Command.ZRANGE, names.workers(), 0, -1)) {
      if (!other.toString().equals(worker)) {
        recover(other.toString(), FORGET_AFTER);
      }
    }
  }

  private void recover(String dead, Duration forgetAfter) {
    List<String> keys = new ArrayList<>(List.of(names.heartbeat(dead), names.workers()));
    Arrays.stream(Priority.values()).map(p -> names.taken(dead, p)).forEach(keys::add);
    Arrays.stream(Priority.values()).map(names::waiting).forEach(keys::add);
    redis.script(Scripts.RECOVER, keys, dead, forgetAfter.toSeconds());
  }

  private List<String> taken(Entry entry) {
    return List.of(names.taken(worker, entry.priority()));
  }
}
