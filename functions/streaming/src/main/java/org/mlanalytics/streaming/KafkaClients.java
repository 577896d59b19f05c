package org.mlanalytics.streaming;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Port: makes the clients of one function. */
interface KafkaClients {

  /** A consumer that is not subscribed yet. */
  Consumer<byte[], byte[]> consumer();

  /** A producer whose transactions are not initialised yet. */
  Producer<byte[], byte[]> producer();
}
