package org.mlanalytics.stream.redrive;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** Reads committed records of partitions, each time up to where they ended when it was made. */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);
  // an open transaction of a process that died ends within this time
  private static final Duration STANDSTILL = Duration.ofSeconds(60);
  private static final Duration CLOSE = Duration.ofSeconds(2);

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;

  /**
   * A reader.
   *
   * @throws AnalyticsException {@link ErrorCode#NOT_FOUND} if there is no such topic
   */
  TopicReader(RedriveClients clients, String topic) {
    try (Consumer<byte[], byte[]> all = clients.consumer(IsolationLevel.READ_UNCOMMITTED)) {
      List<TopicPartition> partitions =
          all.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new AnalyticsException(ErrorCode.NOT_FOUND, "no topic " + topic);
      }
      // behind open transactions, too: a mark may be committed while one before it is open
      this.ends = Map.copyOf(all.endOffsets(partitions));
    }
    this.consumer = clients.consumer(IsolationLevel.READ_COMMITTED);
  }

  List<TopicPartition> partitions() {
    return ends.keySet().stream()
        .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
        .toList();
  }

  /**
   * Reads a partition in polled batches.
   *
   * @param from the first offset, null for the first that there is
   * @param receiver answers whether it wants more
   * @throws AnalyticsException {@link ErrorCode#BROKER_UNAVAILABLE} if the partition stands still
   */
  void read(
      TopicPartition partition,
      Long from,
      Predicate<List<ConsumerRecord<byte[], byte[]>>> receiver) {
    consumer.assign(List.of(partition));
    if (from == null) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, from);
    }
    Instant deadline = Instant.now().plus(STANDSTILL);
    long end = ends.get(partition);
    while (consumer.position(partition) < end) {
      long before = consumer.position(partition);
      // a poll may reach beyond the end: to dead letters of what was sent a moment ago
      List<ConsumerRecord<byte[], byte[]>> records =
          consumer.poll(POLL).records(partition).stream()
              .filter(record -> record.offset() < end)
              .toList();
      if (!records.isEmpty() && !receiver.test(records)) {
        return;
      }
      if (consumer.position(partition) > before) {
        deadline = Instant.now().plus(STANDSTILL);
      } else if (Instant.now().isAfter(deadline)) {
        throw new AnalyticsException(
            ErrorCode.BROKER_UNAVAILABLE, partition + " cannot be read to its end");
      }
    }
  }

  /** The record at an offset, null if it is not there any more. */
  ConsumerRecord<byte[], byte[]> at(TopicPartition partition, long offset) {
    if (ends.getOrDefault(partition, 0L) <= offset) {
      return null;
    }
    AtomicReference<ConsumerRecord<byte[], byte[]>> first = new AtomicReference<>();
    read(
        partition,
        offset,
        records -> {
          first.set(records.get(0));
          return false;
        });
    ConsumerRecord<byte[], byte[]> found = first.get();
    return found != null && found.offset() == offset ? found : null;
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSE));
  }
}
