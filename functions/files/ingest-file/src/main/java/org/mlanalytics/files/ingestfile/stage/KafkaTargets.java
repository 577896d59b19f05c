package org.mlanalytics.files.ingestfile.stage;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.kafka.TransactionalSettings;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;

/** Topics of the tenants. They have to exist. */
public final class KafkaTargets implements RowTargets {

  // rows wait here for the broker; a worker has a small heap
  private static final long BUFFER_BYTES = 8 << 20;

  private final Map<String, Object> broker;
  private final Settings settings;

  /**
   * What the installation says of topics.
   *
   * @param env first part of the names by which the broker knows a load
   * @param topicPrefix the tenant's name, a dot and the target's name behind it are a topic's name
   * @param transactionTimeout after which the broker aborts a transaction
   * @param transactionRows most rows of one transaction
   */
  public record Settings(
      String env, String topicPrefix, Duration transactionTimeout, long transactionRows) {}

  /**
   * @param broker addresses and security
   */
  public KafkaTargets(Map<String, Object> broker, Settings settings) {
    this.broker = broker;
    this.settings = settings;
  }

  @Override
  public RowTarget open(Load load) {
    String topic = settings.topicPrefix + load.tenant() + "." + load.target().name();
    String name = name(load.run());
    Producer<byte[], byte[]> producer = null;
    try {
      // first of all: whoever loaded the same before is fenced, and cannot commit any more
      producer = producer(name);
      producer.initTransactions();
      KafkaProgress progress = new KafkaProgress(group(load.run(), name), topic);
      long done = done(progress);
      return new KafkaTarget(
          producer,
          progress,
          done,
          new KafkaRows(topic, load.key(), load.sha256()),
          new KafkaTarget.Limits(
              settings.transactionRows, settings.transactionTimeout.dividedBy(2)));
    } catch (KafkaException e) {
      close(producer);
      throw KafkaFaults.coded(e);
    } catch (RuntimeException e) {
      close(producer);
      throw e;
    }
  }

  /** All attempts of a run have one name, so that each fences the one before. */
  private String name(Run run) {
    return "%s.%s.%s.%s"
        .formatted(
            settings.env,
            run.identity().function(),
            run.identity().dataset(),
            run.identity().scope());
  }

  /** What an attempt has sent, the next need not send, unless somebody wants all of it again. */
  private static String group(Run run, String name) {
    return run.policy() == Policy.FORCE ? name + ".a" + run.attempt() : name;
  }

  private Producer<byte[], byte[]> producer(String transactionalId) {
    Map<String, Object> properties =
        TransactionalSettings.of(broker, transactionalId, settings.transactionTimeout);
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private long done(KafkaProgress progress) {
    Map<String, Object> properties = new HashMap<>(broker);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, progress.group());
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<PartitionInfo> partitions = consumer.partitionsFor(progress.topic());
      if (partitions == null || partitions.isEmpty()) {
        throw new AnalyticsException(
            ErrorCode.FILE_NOT_LOADED, "there is no topic " + progress.topic());
      }
      TopicPartition place = progress.place();
      OffsetAndMetadata committed = consumer.committed(Set.of(place)).get(place);
      return committed == null ? 0 : committed.offset();
    }
  }

  private static void close(Producer<byte[], byte[]> producer) {
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
  }
}
