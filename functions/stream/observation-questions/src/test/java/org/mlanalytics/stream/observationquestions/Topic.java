package org.mlanalytics.stream.observationquestions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.mlanalytics.local.Await;
import org.mlanalytics.local.LocalServers;

/** What readers of committed records see of a topic. */
final class Topic {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private Topic() {}

  /** Reads a topic from its beginning until so many records have come, and what is with them. */
  static List<ConsumerRecord<String, String>> read(LocalServers servers, String topic, int count) {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer(servers, topic)) {
      Await.until(
          count + " records of " + topic,
          LIMIT,
          () -> {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            return records.size() >= count;
          });
    }
    return records;
  }

  private static KafkaConsumer<String, String> consumer(LocalServers servers, String topic) {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", servers.kafkaBootstrap(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
