package org.mlanalytics.streaming;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.stream.StreamObserver;

/**
 * One consumer and one producer, for as long as both are sound. Belongs to one thread, but for
 * {@link #wakeup}.
 */
final class StreamSession implements AutoCloseable {

  /** What a step came to. */
  enum Step {
    /** There was nothing to do. */
    IDLE,
    /** Messages are done with. */
    COMMITTED,
    /** MongoDB or the object store is away; the messages are read again. */
    HELD,
    /** The transaction was aborted; the messages are read again. */
    ABORTED
  }

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final StreamRoute route;
  private final SubmissionTransform transform;
  private final StreamObserver observer;
  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final BatchPublisher publisher;
  private final SourcePause pause;

  StreamSession(
      StreamRoute route,
      SubmissionTransform transform,
      PayloadStore payloads,
      StreamObserver observer,
      KafkaClients clients,
      SourcePause pause) {
    this.route = route;
    this.transform = transform;
    this.observer = observer;
    this.pause = pause;
    this.producer = clients.producer();
    this.publisher =
        new BatchPublisher(route, transform, payloads, observer, producer, this::sendOffsets);
    try {
      this.consumer = clients.consumer();
    } catch (RuntimeException fault) {
      publisher.close();
      throw fault;
    }
  }

  /**
   * Ends what a predecessor left open, makes sure that the topics exist, and joins the group.
   *
   * @throws KafkaException if that is not possible now
   */
  void open() {
    publisher.open();
    consumer.subscribe(List.of(route.inputTopic()));
  }

  /**
   * Polls, and publishes what comes in one transaction.
   *
   * @throws RuntimeException if the clients cannot go on
   */
  Step step() {
    ConsumerRecords<byte[], byte[]> records;
    try {
      records = consumer.poll(pause.longestPoll(POLL));
    } catch (WakeupException stop) {
      return Step.IDLE;
    }
    observer.behind(route.function(), behind());
    if (pause.isOver()) {
      consumer.resume(consumer.paused());
    }
    return records.isEmpty() ? Step.IDLE : publish(records);
  }

  private long behind() {
    return consumer.assignment().stream()
        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
        .sum();
  }

  private Step publish(ConsumerRecords<byte[], byte[]> records) {
    SubmissionBatch batch;
    try {
      batch = transform.prepare(records);
    } catch (MongoException away) {
      rewind(records);
      return hold(away);
    }
    try {
      boolean committed = publisher.commit(batch);
      pause.end();
      consumer.resume(consumer.paused());
      if (committed) {
        return Step.COMMITTED;
      }
      rewindToCommitted(records);
      return Step.ABORTED;
    } catch (AnalyticsException away) {
      rewindToCommitted(records);
      return hold(away);
    }
  }

  /** Keeps polling, so that the group knows this member, but gets no messages for a while. */
  private Step hold(RuntimeException away) {
    consumer.pause(consumer.assignment());
    pause.begin();
    observer.waiting(route.function(), away);
    return Step.HELD;
  }

  private void rewind(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    SubmissionBatch.firstOffsets(records).forEach(consumer::seek);
  }

  /**
   * Messages that were committed each alone before one could not be are not read again, nor those
   * of a partition that has gone to another member of the group.
   */
  private void rewindToCommitted(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    Map<TopicPartition, Long> first = SubmissionBatch.firstOffsets(records);
    first.keySet().retainAll(consumer.assignment());
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(first.keySet());
    first.forEach(
        (partition, offset) -> {
          OffsetAndMetadata behind = committed.get(partition);
          consumer.seek(partition, behind == null ? offset : Math.max(offset, behind.offset()));
        });
  }

  private void sendOffsets(SubmissionBatch batch) {
    producer.sendOffsetsToTransaction(batch.nextOffsets(), consumer.groupMetadata());
  }

  /** Ends a poll that is under way, from another thread. */
  void wakeup() {
    consumer.wakeup();
  }

  /** Leaves the group; a transaction that is open is aborted. */
  @Override
  public void close() {
    // an interruption has ended what it was meant for; it must not cut short the farewell, too
    Thread.interrupted();
    try {
      consumer.close(CloseOptions.timeout(CLOSE));
    } finally {
      publisher.close();
    }
  }
}
