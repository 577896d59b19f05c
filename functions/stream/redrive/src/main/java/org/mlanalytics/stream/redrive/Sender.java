package org.mlanalytics.stream.redrive;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Commits messages and their marks together. */
final class Sender implements AutoCloseable {

  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final Producer<byte[], byte[]> producer;
  private final Tally tally;

  /** Ends what an earlier redrive of the topic has left open, and shuts it out. */
  Sender(Producer<byte[], byte[]> producer, Tally tally) {
    this.producer = producer;
    this.tally = tally;
    try {
      producer.initTransactions();
    } catch (KafkaException fault) {
      producer.close(CLOSE);
      throw fault;
    }
  }

  /**
   * Sends messages in one transaction; those that the topic does not take for their size are left
   * out.
   *
   * @throws KafkaException if nothing of it, or of what is left of it, is committed
   */
  void send(List<Resend> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      transaction(batch);
      batch.forEach(resend -> tally.sent(resend.letter()));
    } catch (KafkaException fault) {
      if (!isTooLarge(fault)) {
        throw fault;
      }
      producer.abortTransaction();
      if (batch.size() == 1) {
        tally.skipped(batch.get(0).letter(), Skip.TOO_LARGE);
      } else {
        batch.forEach(resend -> send(List.of(resend)));
      }
    }
  }

  /** How many partitions a topic has. */
  int partitions(String topic) {
    return producer.partitionsFor(topic).size();
  }

  private void transaction(List<Resend> batch) {
    producer.beginTransaction();
    for (Resend resend : batch) {
      producer.send(resend.message());
      producer.send(resend.mark());
    }
    producer.commitTransaction();
  }

  private static boolean isTooLarge(Throwable fault) {
    return fault != null
        && (fault instanceof RecordTooLargeException || isTooLarge(fault.getCause()));
  }

  /** A transaction that is open is aborted. */
  @Override
  public void close() {
    producer.close(CLOSE);
  }
}
