package org.mlanalytics.streaming;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.mlanalytics.runtime.kafka.TransactionalSettings;

/** Clients as the installation configures them, with what exactly-once needs fixed. */
final class ConfiguredClients implements KafkaClients {

  // bounds what one poll may hold in memory
  private static final int FETCH_BYTES = 8 * 1024 * 1024;
  private static final int HEARTBEATS_PER_SESSION = 5;
  private static final int HEADERS_BYTES = 8 * 1024;

  private final Map<String, Object> broker;
  private final StreamConfig config;
  private final String group;
  private final String transactionalId;

  /**
   * Clients of a group.
   *
   * @param broker addresses and security, {@code kafka.*}
   * @param transactionalId of this start of the process: a producer that is made anew ends what its
   *     predecessor left open
   */
  ConfiguredClients(
      Map<String, Object> broker, StreamConfig config, String group, String transactionalId) {
    this.broker = broker;
    this.config = config;
    this.group = group;
    this.transactionalId = transactionalId;
  }

  @Override
  public Consumer<byte[], byte[]> consumer() {
    Map<String, Object> properties = new HashMap<>(broker);
    int session = Math.toIntExact(config.sessionTimeout().toMillis());
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.maxPollRecords());
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
    properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / HEARTBEATS_PER_SESSION);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public Producer<byte[], byte[]> producer() {
    Map<String, Object> properties =
        TransactionalSettings.of(broker, transactionalId, config.transactionTimeout());
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, config.maxBytes() + HEADERS_BYTES);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
