package org.mlanalytics.streaming;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.mlanalytics.local.Await;

/** All records that a topic has for its readers now. */
record SentRecords(List<ConsumerRecord<byte[], byte[]>> records) {

  static SentRecords read(String bootstrap, String topic, String isolation) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", isolation),
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
          Streams.SOON,
          () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            return end.entrySet().stream()
                .allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
          });
    }
    return new SentRecords(records);
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

  /** All keys, sorted; a key that was sent twice is there twice. */
  List<String> keys() {
    return records.stream().map(record -> Samples.text(record.key())).sorted().toList();
  }

  /** The keys of each submission in the order in which they were sent. */
  Map<String, List<String>> keysBySubmission() {
    Map<String, List<String>> keys = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      String key = Samples.text(record.key());
      keys.computeIfAbsent(key.substring(0, key.indexOf(':')), none -> new ArrayList<>()).add(key);
    }
    return keys;
  }
}
