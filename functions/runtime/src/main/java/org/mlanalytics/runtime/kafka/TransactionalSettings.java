package org.mlanalytics.runtime.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Settings without which a producer's transactions are not exactly-once. */
public final class TransactionalSettings {

  private static final int REQUEST_TIMEOUT_MILLIS = 5_000;
  // a commit sends at once what waits: this delays no transaction, and fills batches; those are not
  // made larger, because a topic may refuse them
  private static final int LINGER_MILLIS = 20;

  private TransactionalSettings() {}

  /**
   * The settings of a producer.
   *
   * @param broker addresses and security, {@code kafka.*}
   * @param transactionalId a producer that is opened under it ends what its predecessor left open,
   *     and fences it
   * @param timeout after which the broker aborts a transaction
   * @return settings that may be changed further
   */
  public static Map<String, Object> of(
      Map<String, Object> broker, String transactionalId, Duration timeout) {
    int millis = Math.toIntExact(timeout.toMillis());
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis);
    // the client refuses a delivery that has less time than its delay and one request
    settings.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        Math.min(REQUEST_TIMEOUT_MILLIS, millis - LINGER_MILLIS));
    settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    // a record that is not acknowledged within the transaction's time belongs to an aborted one
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    return settings;
  }
}
