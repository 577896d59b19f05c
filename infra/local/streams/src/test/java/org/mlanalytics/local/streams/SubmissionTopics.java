package org.mlanalytics.local.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.mlanalytics.local.Await;

/** The topics of {@code observation-questions}, seen from outside the function. */
final class SubmissionTopics implements AutoCloseable {

  static final String INPUT = "dev.ml.observation.raw";
  static final String DEAD_LETTERS = INPUT + ".dlq";
  static final String SINK = "dev.ml.observation.druid";
  static final String GROUP = "dev.observation-questions";

  private static final int INPUT_PARTITIONS = 4;
  private static final int SINK_PARTITIONS = 3;
  private static final short ONE_REPLICA = 1;
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final Duration VISIBLE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(500);

  private final String bootstrap;
  private final Admin admin;

  SubmissionTopics(String bootstrap) {
    this.bootstrap = bootstrap;
    this.admin = Admin.create(broker());
  }

  /** Creates them; only the input takes messages larger than a function does. */
  void create() throws ExecutionException, InterruptedException {
    Map<String, String> large = Map.of("max.message.bytes", String.valueOf(MOST_BYTES));
    Set<NewTopic> topics =
        Set.of(
            new NewTopic(INPUT, INPUT_PARTITIONS, ONE_REPLICA).configs(large),
            new NewTopic(DEAD_LETTERS, 1, ONE_REPLICA),
            new NewTopic(SINK, SINK_PARTITIONS, ONE_REPLICA));
    admin.createTopics(topics).all().get();
    Set<String> names = Set.of(INPUT, DEAD_LETTERS, SINK);
    Await.until("topics", VISIBLE, () -> admin.listTopics().names().get().containsAll(names));
  }

  /** Sends records in their order, and returns when the broker has them. */
  void send(Iterable<ProducerRecord<byte[], byte[]>> records)
      throws ExecutionException, InterruptedException {
    Map<String, Object> properties = new HashMap<>(broker());
    // so that a partition that is not led yet cannot take the second of two requests only
    properties.put("max.in.flight.requests.per.connection", "1");
    properties.put("max.request.size", MOST_BYTES);
    properties.put("linger.ms", "5");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(producer.send(record)));
      for (Future<?> acknowledgement : sent) {
        acknowledgement.get();
      }
    }
  }

  /** How many messages the group has committed. */
  long committed() throws ExecutionException, InterruptedException {
    long committed = 0;
    for (OffsetAndMetadata offset :
        admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().values()) {
      committed += offset == null ? 0 : offset.offset();
    }
    return committed;
  }

  /** How many messages the group has not committed yet. */
  long lag() throws ExecutionException, InterruptedException {
    return end(INPUT, IsolationLevel.READ_UNCOMMITTED) - committed();
  }

  /** How many instances of the group have partitions. */
  long consuming() throws ExecutionException, InterruptedException {
    try {
      return admin
          .describeConsumerGroups(Set.of(GROUP))
          .describedGroups()
          .get(GROUP)
          .get()
          .members()
          .stream()
          .filter(member -> !member.assignment().topicPartitions().isEmpty())
          .count();
    } catch (ExecutionException fault) {
      if (fault.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw fault;
    }
  }

  /** Whether no transaction is open that readers of the topic would wait for. */
  boolean isSettled(String topic) throws ExecutionException, InterruptedException {
    return end(topic, IsolationLevel.READ_COMMITTED) == end(topic, IsolationLevel.READ_UNCOMMITTED);
  }

  private long end(String topic, IsolationLevel isolation)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    partitions(topic).forEach(partition -> ends.put(partition, OffsetSpec.latest()));
    return admin.listOffsets(ends, new ListOffsetsOptions(isolation)).all().get().values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  private List<TopicPartition> partitions(String topic)
      throws ExecutionException, InterruptedException {
    return admin
        .describeTopics(Set.of(topic))
        .allTopicNames()
        .get()
        .get(topic)
        .partitions()
        .stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .toList();
  }

  /** Hands out all records of a topic that are committed now, each partition in its order. */
  void committed(String topic, Consumer<ConsumerRecord<byte[], byte[]>> receiver)
      throws ExecutionException, InterruptedException {
    read(topic, "read_committed", receiver);
  }

  /** How many records a topic has, also those of transactions that were aborted. */
  long sent(String topic) throws ExecutionException, InterruptedException {
    long[] count = {0};
    read(topic, "read_uncommitted", record -> count[0]++);
    return count[0];
  }

  private void read(
      String topic, String isolation, Consumer<ConsumerRecord<byte[], byte[]>> receiver)
      throws ExecutionException, InterruptedException {
    Map<String, Object> properties = new HashMap<>(broker());
    properties.put("isolation.level", isolation);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Set<TopicPartition> open = new HashSet<>(partitions);
      while (!open.isEmpty()) {
        open.removeIf(partition -> consumer.position(partition) >= ends.get(partition));
        consumer.poll(open.isEmpty() ? Duration.ZERO : POLL).forEach(receiver);
      }
    }
  }

  private Map<String, Object> broker() {
    return Map.of("bootstrap.servers", bootstrap);
  }

  @Override
  public void close() {
    admin.close();
  }
}
