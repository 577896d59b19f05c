package org.mlanalytics.local.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.KafkaNode;
import org.mlanalytics.local.LocalNode;
import org.mlanalytics.local.MongoNode;
import org.mlanalytics.local.data.AnsweredObservations;

/** Servers that go away in the middle of the work: nothing is lost, doubled or put aside. */
class OutagesIT {

  private static final int SUBMISSIONS = 6_000;
  private static final int ANSWERS = 2;
  private static final int PROGRESS = 200;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final AnsweredObservations observations = AnsweredObservations.of(SUBMISSIONS, ANSWERS);

  @Test
  void everyRowIsPublishedOnceWhateverServerGoesAway() throws Exception {
    try (Installation installation = new Installation().with(observations)) {
      SubmissionTopics topics = installation.topics();
      MongoNode mongo = installation.servers().mongo().orElseThrow();
      KafkaNode kafka = installation.servers().kafka().orElseThrow();
      Map<String, List<String>> expected =
          installation.send(IntStream.range(0, SUBMISSIONS).mapToObj(observations::message));
      StreamProcess function = installation.start(Map.of("MLA_STREAM_LOOKUPS_KEEP_FOR", "1ms"));
      awaitProgress(topics);
      mongo.kill();
      function.awaitUnready();
      assertLeft(topics);
      mongo.start();
      mongo.awaitReady();
      awaitProgress(topics);
      restart(kafka, LocalNode::stop);
      awaitProgress(topics);
      assertLeft(topics);
      restart(kafka, LocalNode::kill);
      Await.until("all is consumed", LIMIT, () -> topics.lag() == 0);
      Await.until("no transaction", LIMIT, () -> topics.isSettled(SubmissionTopics.SINK));
      assertTrue(function.isAlive());
      Maps.assertSame(expected, RowKeys.published(topics));
      assertEquals(0, topics.sent(SubmissionTopics.DEAD_LETTERS));
    }
  }

  private static void restart(LocalNode node, Consumer<LocalNode> end) {
    end.accept(node);
    node.start();
    node.awaitReady();
  }

  private static void assertLeft(SubmissionTopics topics) throws Exception {
    assertTrue(topics.lag() > 0, "nothing was left to do");
  }

  private static void awaitProgress(SubmissionTopics topics) throws Exception {
    long before = topics.committed();
    Await.until("progress", LIMIT, () -> topics.committed() >= before + PROGRESS);
  }
}
