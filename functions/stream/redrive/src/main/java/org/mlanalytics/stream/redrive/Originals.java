package org.mlanalytics.stream.redrive;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The messages of dead letters. Opened at the first need: most dead letters hold theirs. */
final class Originals implements AutoCloseable {

  private final RedriveClients clients;
  private final String topic;
  private TopicReader reader;

  Originals(RedriveClients clients, String topic) {
    this.clients = clients;
    this.topic = topic;
  }

  /** A record with the key and value of a dead letter's message, null if it is not there. */
  ConsumerRecord<byte[], byte[]> of(Letter letter) {
    if (letter.source().value() != null) {
      return letter.source();
    }
    if (reader == null) {
      reader = new TopicReader(clients, topic);
    }
    return reader.at(
        new TopicPartition(topic, Math.toIntExact(letter.partition())), letter.offset());
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
    }
  }
}
