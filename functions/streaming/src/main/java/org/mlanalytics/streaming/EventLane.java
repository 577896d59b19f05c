package org.mlanalytics.streaming;

import com.mongodb.MongoException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.stream.StreamObserver;

/**
 * Publishes messages of one partition that come singly, perhaps twice, perhaps to two processes at
 * once. Each is committed together with the offsets that are done with, by a producer that shuts
 * out every other one of the partition: what this lane knows of them is true as long as it can
 * commit.
 */
final class EventLane implements AutoCloseable {

  private static final int WAIT_SECONDS = 10;

  private final TopicPartition partition;
  private final ConsumerGroupMetadata group;
  private final StreamRoute route;
  private final SubmissionTransform transform;
  private final PayloadStore payloads;
  private final StreamObserver observer;
  private final KafkaClients clients;
  private final ReentrantLock turn = new ReentrantLock();
  private BatchPublisher publisher;
  private DoneOffsets done;
  private DoneOffsets next;

  /**
   * A lane.
   *
   * @param group whose offsets tell what is done with
   * @param clients whose producers have the transactional id of the partition
   */
  EventLane(
      TopicPartition partition,
      String group,
      StreamRoute route,
      SubmissionTransform transform,
      PayloadStore payloads,
      StreamObserver observer,
      KafkaClients clients) {
    this.partition = partition;
    this.group = new ConsumerGroupMetadata(group);
    this.route = route;
    this.transform = transform;
    this.payloads = payloads;
    this.observer = observer;
    this.clients = clients;
  }

  /**
   * Publishes what becomes of a message, unless that is done; returns after it is committed.
   *
   * @throws AnalyticsException {@link ErrorCode#SOURCE_UNAVAILABLE}, {@link
   *     ErrorCode#BROKER_UNAVAILABLE} and those of the object store: send it again
   */
  void publish(ConsumerRecord<byte[], byte[]> message) {
    try {
      if (!turn.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw away("messages before it are under way", null);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw away("the process ends", interrupted);
    }
    try {
      publishInTurn(transform.prepare(List.of(message)), message.offset());
    } catch (MongoException fault) {
      throw new AnalyticsException(ErrorCode.SOURCE_UNAVAILABLE, fault.getMessage(), fault);
    } finally {
      turn.unlock();
    }
  }

  private void publishInTurn(SubmissionBatch batch, long offset) {
    boolean wasOpen = publisher != null;
    try {
      commit(batch, offset);
    } catch (KafkaException fault) {
      discard();
      if (!wasOpen || !Fatal.isShutOut(fault)) {
        throw away(fault.getMessage(), fault);
      }
      // another process had messages of the partition meanwhile
      publishInTurn(batch, offset);
    }
  }

  private void commit(SubmissionBatch batch, long offset) {
    if (publisher == null) {
      open();
    }
    if (done.has(offset)) {
      return;
    }
    next = done.with(offset);
    if (!publisher.commit(batch)) {
      throw away("the transaction was aborted", null);
    }
    done = next;
  }

  /** What is done with is read after the other producers of the partition are shut out. */
  private void open() {
    Producer<byte[], byte[]> producer = clients.producer();
    publisher =
        new BatchPublisher(
            route,
            transform,
            payloads,
            observer,
            producer,
            batch -> producer.sendOffsetsToTransaction(Map.of(partition, next.toCommit()), group));
    publisher.open();
    try (Consumer<byte[], byte[]> consumer = clients.consumer()) {
      done = DoneOffsets.of(consumer.committed(Set.of(partition)).get(partition));
    }
  }

  private static AnalyticsException away(String detail, Throwable cause) {
    return new AnalyticsException(ErrorCode.BROKER_UNAVAILABLE, detail, cause);
  }

  private void discard() {
    if (publisher != null) {
      publisher.close();
      publisher = null;
    }
  }

  /** Ends after the message that is under way; another one would open the lane again. */
  @Override
  public void close() {
    turn.lock();
    try {
      discard();
    } finally {
      turn.unlock();
    }
  }
}
