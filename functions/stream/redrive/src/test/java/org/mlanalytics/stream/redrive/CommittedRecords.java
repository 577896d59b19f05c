package org.mlanalytics.stream.redrive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.mlanalytics.local.Await;
import org.mlanalytics.streaming.StreamHeaders;

/** What a topic holds for readers of committed records. */
record CommittedRecords(List<ConsumerRecord<byte[], byte[]>> records) {

  static CommittedRecords of(String bootstrap, String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> end = ends(bootstrap, partitions);
      Await.until(
          "the end of " + topic,
          Duration.ofSeconds(60),
          () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            return end.entrySet().stream()
                .allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
          });
    }
    return new CommittedRecords(records);
  }

  /**
   * Behind the transactions that are committed but not marked so yet: the broker answers a commit
   * before its readers see it.
   */
  private static Map<TopicPartition, Long> ends(String bootstrap, List<TopicPartition> partitions) {
    try (KafkaConsumer<byte[], byte[]> all =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_uncommitted"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      return all.endOffsets(partitions);
    }
  }

  /** Those with a header, and that value. */
  List<ConsumerRecord<byte[], byte[]>> with(String header, String value) {
    return records.stream()
        .filter(record -> value.equals(StreamHeaders.text(record.headers(), header)))
        .toList();
  }

  List<String> sortedKeys() {
    return records.stream()
        .map(record -> new String(record.key(), StandardCharsets.UTF_8))
        .sorted()
        .toList();
  }
}
