package org.mlanalytics.local.night;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.mlanalytics.local.Await;

/** The dead letters of a topic. */
final class DeadLetters {

  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrap;
  private final String topic;

  DeadLetters(String bootstrap, String topic) {
    this.bootstrap = bootstrap;
    this.topic = topic;
  }

  /** Waits for the first one. */
  Letter first(Duration limit) {
    List<Letter> letters = new ArrayList<>();
    Map<String, Object> committed =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(committed, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Await.until(
          "a dead letter",
          limit,
          () -> {
            consumer.poll(POLL).forEach(letter -> letters.add(Letter.of(letter)));
            return !letters.isEmpty();
          });
    }
    return letters.get(0);
  }

  /**
   * A dead letter as its headers tell of it.
   *
   * @param question the one answer that was put aside; null for a whole message
   */
  record Letter(String topic, String reason, String function, String question) {

    static Letter of(ConsumerRecord<byte[], byte[]> letter) {
      return new Letter(
          letter.topic(),
          header(letter, "dead-letter-reason"),
          header(letter, "dead-letter-function"),
          header(letter, "dead-letter-question"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
      Header header = letter.headers().lastHeader(name);
      return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return topic
          + " has "
          + reason
          + ", put aside by "
          + function
          + (question == null ? "" : ", question " + question);
    }
  }
}
