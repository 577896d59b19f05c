package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.mlanalytics.files.checking.row.Row;

/**
 * Rows as records of a topic, in transactions that carry how many rows are sent: whoever goes on
 * after a crash leaves those out. A file that is small enough is one transaction; of a larger one,
 * readers of committed records see whole transactions, each once.
 */
final class KafkaTarget implements RowTarget {

  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private final KafkaProgress progress;
  private final KafkaRows rows;
  private final Limits limits;
  private long seen;
  private long loaded;
  private long open;
  private long began;

  /**
   * Of one transaction.
   *
   * @param rows most of them
   * @param time after which it is committed at the next row, well before the broker would abort it
   */
  record Limits(long rows, Duration time) {}

  /**
   * @param producer whose transactions are initialised; closed with this
   * @param done rows that are in the topic already
   * @param rows of the file
   */
  KafkaTarget(
      Producer<byte[], byte[]> producer,
      KafkaProgress progress,
      long done,
      KafkaRows rows,
      Limits limits) {
    this.producer = producer;
    this.progress = progress;
    this.loaded = done;
    this.rows = rows;
    this.limits = limits;
  }

  @Override
  public void accept(Row row) throws IOException {
    if (++seen <= loaded) {
      return;
    }
    try {
      if (open++ == 0) {
        producer.beginTransaction();
        began = System.nanoTime();
      }
      producer.send(rows.record(row));
    } catch (KafkaException e) {
      throw KafkaFaults.coded(e);
    }
    if (open >= limits.rows() || System.nanoTime() - began >= limits.time().toNanos()) {
      commit();
    }
  }

  @Override
  public void complete() {
    if (open > 0) {
      commit();
    }
  }

  private void commit() {
    try {
      progress.record(producer, seen);
      producer.commitTransaction();
    } catch (KafkaException e) {
      throw KafkaFaults.coded(e);
    }
    loaded = seen;
    open = 0;
  }

  @Override
  public long loaded() {
    return loaded;
  }

  /** Aborts what is not committed. */
  @Override
  public void close() {
    producer.close(CLOSE);
  }
}
