package org.mlanalytics.local.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.data.AnsweredObservations;
import org.mlanalytics.local.data.ObservationMessage;

/**
 * An instance that is killed again and again in the middle of its work, beside one that comes and
 * goes: readers of the sink see every row once.
 */
class KillsIT {

  private static final int SUBMISSIONS = Integer.getInteger("streams.submissions", 20_000);
  private static final int ANSWERS = 2;
  private static final int KILLS = 10;
  private static final int PROGRESS = 300;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final AnsweredObservations observations = AnsweredObservations.of(SUBMISSIONS, ANSWERS);

  @Test
  void everyRowIsPublishedOnce() throws Exception {
    try (Installation installation = new Installation().with(observations)) {
      SubmissionTopics topics = installation.topics();
      Map<String, List<String>> expected = installation.send(messages());
      joinAndLeave(installation);
      for (int kill = 2; kill <= KILLS; kill++) {
        killAtWork(installation, installation.start());
      }
      installation.start(Map.of("MLA_STREAM_MAX_POLL_RECORDS", "500"));
      Await.until("all is consumed", LIMIT, () -> topics.lag() == 0);
      Await.until("no transaction", LIMIT, () -> topics.isSettled(SubmissionTopics.SINK));

      Maps.assertSame(expected, RowKeys.published(topics));
      long rows = expected.values().stream().mapToLong(List::size).sum();
      assertTrue(topics.sent(SubmissionTopics.SINK) > rows, "no kill has cut a transaction");
      assertEquals(0, topics.sent(SubmissionTopics.DEAD_LETTERS));
    }
  }

  private Stream<ObservationMessage> messages() {
    return IntStream.range(0, SUBMISSIONS).mapToObj(observations::message);
  }

  /** A second instance takes partitions over, and gives them back; then the first one is killed. */
  private static void joinAndLeave(Installation installation) throws Exception {
    SubmissionTopics topics = installation.topics();
    StreamProcess first = installation.start();
    StreamProcess second = installation.start();
    Await.until("both consume", LIMIT, () -> topics.consuming() == 2);
    awaitProgress(topics);
    second.stop();
    Await.until("one consumes", LIMIT, () -> topics.consuming() == 1);
    killAtWork(installation, first);
  }

  private static void killAtWork(Installation installation, StreamProcess process)
      throws Exception {
    awaitProgress(installation.topics());
    assertTrue(process.isAlive());
    process.kill();
    assertTrue(installation.topics().lag() > 0, "nothing was left to do");
  }

  private static void awaitProgress(SubmissionTopics topics) throws Exception {
    long before = topics.committed();
    Await.until("progress", LIMIT, () -> topics.committed() >= before + PROGRESS);
  }
}
