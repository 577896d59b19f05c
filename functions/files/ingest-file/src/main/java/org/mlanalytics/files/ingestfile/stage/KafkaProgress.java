package org.mlanalytics.files.ingestfile.stage;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * How many rows of a load are in its topic. The broker keeps it like the offset of a consumer group
 * that nobody joins, because that is what a transaction can carry beside records: both are there,
 * or neither.
 *
 * @param group of this load alone
 * @param topic that the rows go to
 */
record KafkaProgress(String group, String topic) {

  TopicPartition place() {
    return new TopicPartition(topic, 0);
  }

  /** Makes a number of rows part of the producer's transaction, once the broker has all of them. */
  void record(Producer<byte[], byte[]> producer, long rows) {
    // A transaction that is aborted for what a broker refuses must hold no offset: it could be
    // committed later.
    producer.flush();
    producer.sendOffsetsToTransaction(
        Map.of(place(), new OffsetAndMetadata(rows)), new ConsumerGroupMetadata(group));
  }
}
