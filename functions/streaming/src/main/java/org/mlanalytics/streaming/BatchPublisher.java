package org.mlanalytics.streaming;

import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.stream.StreamObserver;

/** Publishes batches, each in one transaction. Belongs to one thread at a time. */
final class BatchPublisher implements AutoCloseable {

  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final StreamRoute route;
  private final SubmissionTransform transform;
  private final StreamObserver observer;
  private final OutputRecords outputs;
  private final Producer<byte[], byte[]> producer;
  private final Consumer<SubmissionBatch> offsets;

  /**
   * A publisher.
   *
   * @param offsets called inside each transaction, to commit what was consumed
   */
  BatchPublisher(
      StreamRoute route,
      SubmissionTransform transform,
      PayloadStore payloads,
      StreamObserver observer,
      Producer<byte[], byte[]> producer,
      Consumer<SubmissionBatch> offsets) {
    this.route = route;
    this.transform = transform;
    this.observer = observer;
    this.outputs = new OutputRecords(route, payloads);
    this.producer = producer;
    this.offsets = offsets;
  }

  /**
   * Ends what a predecessor left open, and makes sure that the topics exist.
   *
   * @throws KafkaException if that is not possible now
   */
  void open() {
    producer.initTransactions();
    producer.partitionsFor(route.sinkTopic());
    producer.partitionsFor(route.deadLetterTopic());
  }

  /**
   * Publishes a batch. Of messages whose rows the broker refuses for their size, only these suffer.
   *
   * @return whether all of it is committed; else some of it may be, message by message
   * @throws KafkaException if this producer cannot go on
   * @throws AnalyticsException if the object store takes nothing; some of it may be committed
   */
  boolean commit(SubmissionBatch batch) {
    KafkaException fault = fault(batch, transform::publish);
    return fault == null || (Fatal.isTooLarge(fault) && commitSingly(batch));
  }

  private boolean commitSingly(SubmissionBatch batch) {
    return batch.size() > 1
        ? batch.singly().stream().allMatch(this::commit)
        : fault(batch, transform::refuse) == null;
  }

  /** Why a transaction is aborted, null if it is committed. */
  private KafkaException fault(
      SubmissionBatch batch, BiConsumer<SubmissionBatch, BatchOutput> work) {
    try {
      transaction(batch, work);
      return null;
    } catch (AnalyticsException storeIsAway) {
      producer.abortTransaction();
      throw storeIsAway;
    } catch (KafkaException fault) {
      if (Fatal.isFatal(fault)) {
        throw fault;
      }
      producer.abortTransaction();
      observer.aborted(route.function(), fault);
      return fault;
    }
  }

  private void transaction(SubmissionBatch batch, BiConsumer<SubmissionBatch, BatchOutput> work) {
    producer.beginTransaction();
    int partitions = producer.partitionsFor(route.sinkTopic()).size();
    BatchOutput out = new BatchOutput(outputs, partitions, producer::send);
    work.accept(batch, out);
    // A transaction that is aborted for what a broker refuses must not hold offsets: a broker was
    // seen to commit them with the next transaction of the same producer, and the messages were
    // lost.
    producer.flush();
    offsets.accept(batch);
    producer.commitTransaction();
    observer.committed(route.function(), out.counts());
    observer.consumed(route.function(), route.inputTopic(), out.byPartition());
  }

  /** A transaction that is open is aborted. */
  @Override
  public void close() {
    producer.close(CLOSE);
  }
}
