package org.mlanalytics.runtime.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionalSettingsTest {

  @ParameterizedTest
  @ValueSource(ints = {1_000, 5_000, 10_000, 300_000})
  void aProducerTakesThemWhateverTheTransactionsTime(int millis) {
    Map<String, Object> settings =
        TransactionalSettings.of(
            Map.of("bootstrap.servers", "127.0.0.1:9"), "some", Duration.ofMillis(millis));
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      assertEquals(millis, settings.get(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG));
    }
  }
}
