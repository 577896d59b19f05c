package org.mlanalytics.streaming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.mlanalytics.core.submission.Lookups;

/**
 * Messages that were polled together, read and looked up: to publish them needs no more I/O than
 * sending.
 */
record SubmissionBatch(List<Message> messages, Lookups lookups) {

  int size() {
    return messages.size();
  }

  /** Each message alone. */
  List<SubmissionBatch> singly() {
    return messages.stream()
        .map(message -> new SubmissionBatch(List.of(message), lookups))
        .toList();
  }

  /** Where to go on after these messages. */
  Map<TopicPartition, OffsetAndMetadata> nextOffsets() {
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    for (Message message : messages) {
      ConsumerRecord<byte[], byte[]> record = message.source();
      next.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    }
    return next;
  }

  /** Where to begin again with these messages. */
  static Map<TopicPartition, Long> firstOffsets(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, Long> first = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      first.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
    }
    return first;
  }
}
