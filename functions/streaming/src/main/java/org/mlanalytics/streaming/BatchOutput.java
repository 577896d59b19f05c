package org.mlanalytics.streaming;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.mlanalytics.core.submission.StreamRow;

/** Sends what becomes of a batch, and counts. */
final class BatchOutput {

  private final OutputRecords records;
  private final int sinkPartitions;
  private final Consumer<ProducerRecord<byte[], byte[]>> send;
  private final Map<String, Long> filtered = new TreeMap<>();
  private final Map<String, Long> deadLettered = new TreeMap<>();
  private long in;
  private long out;

  BatchOutput(
      OutputRecords records, int sinkPartitions, Consumer<ProducerRecord<byte[], byte[]>> send) {
    this.records = records;
    this.sinkPartitions = sinkPartitions;
    this.send = send;
  }

  /** A message was read. */
  void read() {
    in++;
  }

  void row(Message message, String submissionId, StreamRow row) {
    int partition = OutputRecords.partition(submissionId, sinkPartitions);
    send.accept(records.row(row, partition, message.source()));
    out++;
  }

  void filtered(String reason) {
    filtered.merge(reason, 1L, Long::sum);
  }

  void deadLetter(DeadLetter letter) {
    send.accept(records.deadLetter(letter));
    deadLettered.merge(letter.kind(), 1L, Long::sum);
  }

  BatchCounts counts() {
    return new BatchCounts(in, out, filtered, deadLettered);
  }
}
