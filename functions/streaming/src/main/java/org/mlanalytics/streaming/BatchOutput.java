package org.mlanalytics.streaming;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.mlanalytics.core.submission.StreamRow;
import org.mlanalytics.runtime.stream.BatchCounts;
import org.mlanalytics.runtime.stream.PartitionCounts;

/** Sends what becomes of a batch, and counts. */
final class BatchOutput {

  private final OutputRecords records;
  private final int sinkPartitions;
  private final Consumer<ProducerRecord<byte[], byte[]>> send;
  private final Map<Integer, PartitionTally> partitions = new TreeMap<>();

  BatchOutput(
      OutputRecords records, int sinkPartitions, Consumer<ProducerRecord<byte[], byte[]>> send) {
    this.records = records;
    this.sinkPartitions = sinkPartitions;
    this.send = send;
  }

  /** A message was read. */
  void read(Message message) {
    of(message).read(message.source().offset());
  }

  void row(Message message, String submissionId, StreamRow row) {
    int partition = OutputRecords.partition(submissionId, sinkPartitions);
    send.accept(records.row(row, partition, message.source()));
    of(message).row();
  }

  void filtered(Message message, String reason) {
    of(message).filtered(reason);
  }

  void deadLetter(Message message, DeadLetter letter) {
    send.accept(records.deadLetter(letter));
    of(message).deadLetter(letter.kind());
  }

  private PartitionTally of(Message message) {
    return partitions.computeIfAbsent(message.source().partition(), none -> new PartitionTally());
  }

  /** All partitions together. */
  BatchCounts counts() {
    return byPartition().values().stream()
        .map(PartitionCounts::counts)
        .reduce(BatchCounts.NONE, BatchCounts::plus);
  }

  /** What became of the messages of each partition. */
  Map<Integer, PartitionCounts> byPartition() {
    Map<Integer, PartitionCounts> counts = new TreeMap<>();
    partitions.forEach((partition, tally) -> counts.put(partition, tally.counts()));
    return counts;
  }
}
