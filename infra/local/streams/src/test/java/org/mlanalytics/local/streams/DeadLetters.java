package org.mlanalytics.local.streams;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was put aside. */
final class DeadLetters {

  private DeadLetters() {}

  /** The reasons by the keys of the messages; a message that has several is at fault. */
  static Map<String, String> reasons(SubmissionTopics topics)
      throws ExecutionException, InterruptedException {
    Map<String, String> reasons = new TreeMap<>();
    topics.committed(
        SubmissionTopics.DEAD_LETTERS,
        letter -> reasons.merge(Texts.of(letter.key()), reason(letter), "%s, %s"::formatted));
    return reasons;
  }

  private static String reason(ConsumerRecord<byte[], byte[]> letter) {
    return Texts.of(letter.headers().lastHeader("dead-letter-reason").value());
  }
}
