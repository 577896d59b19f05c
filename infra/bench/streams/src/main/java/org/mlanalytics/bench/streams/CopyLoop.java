package org.mlanalytics.bench.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Copies rows from one topic to another, each poll in one transaction, with its offsets. */
public final class CopyLoop {

  private static final Duration POLL = Duration.ofSeconds(1);

  private CopyLoop() {}

  /**
   * Runs until it is killed.
   *
   * @param args bootstrap servers, input, sink, group, and most records of one poll
   */
  public static void main(String[] args) {
    Map<String, Object> consuming = new HashMap<>();
    consuming.put("bootstrap.servers", args[0]);
    consuming.put("group.id", args[3]);
    consuming.put("isolation.level", "read_committed");
    consuming.put("enable.auto.commit", false);
    consuming.put("auto.offset.reset", "earliest");
    consuming.put("max.poll.records", Integer.parseInt(args[4]));
    consuming.put("fetch.max.bytes", 8 * 1024 * 1024);
    Map<String, Object> producing = new HashMap<>();
    producing.put("bootstrap.servers", args[0]);
    producing.put("transactional.id", args[3]);
    producing.putAll(RowRecord.BATCHES);
    try (KafkaConsumer<byte[], byte[]> consumer =
            new KafkaConsumer<>(
                consuming, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      consumer.subscribe(List.of(args[1]));
      while (true) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          copy(records, args[2], consumer, producer);
        }
      }
    }
  }

  private static void copy(
      ConsumerRecords<byte[], byte[]> records,
      String sink,
      KafkaConsumer<byte[], byte[]> consumer,
      KafkaProducer<byte[], byte[]> producer) {
    producer.beginTransaction();
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      producer.send(
          new ProducerRecord<>(
              sink, record.partition(), record.key(), record.value(), record.headers()));
      next.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    producer.flush();
    producer.sendOffsetsToTransaction(next, consumer.groupMetadata());
    producer.commitTransaction();
  }
}
