package org.mlanalytics.stream.redrive;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.streaming.StreamConfig;

/** The Kafka clients of one redrive. */
@ApplicationScoped
class RedriveClients {

  private static final int FETCH_BYTES = 8 * 1024 * 1024;
  private static final int LARGEST_REQUEST = 32 * 1024 * 1024;
  private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
  private static final int API_TIMEOUT_MILLIS = 10_000;

  private final Map<String, Object> broker;
  private final String env;
  private final int transactionMillis;
  private final int maxPollRecords;

  RedriveClients(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      AnalyticsConfig analytics,
      StreamConfig config) {
    this.broker = broker;
    this.env = analytics.env();
    this.transactionMillis = Math.toIntExact(config.transactionTimeout().toMillis());
    this.maxPollRecords = config.maxPollRecords();
  }

  /** A consumer without a group. */
  Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
    Map<String, Object> properties = new HashMap<>(broker);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords);
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A producer that shuts out every other redrive of the same topic. */
  Producer<byte[], byte[]> producer(String topic) {
    Map<String, Object> properties = new HashMap<>(broker);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, env + ".redrive." + topic);
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, transactionMillis);
    properties.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        Math.min(REQUEST_TIMEOUT_MILLIS, transactionMillis));
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, transactionMillis);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, API_TIMEOUT_MILLIS);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
