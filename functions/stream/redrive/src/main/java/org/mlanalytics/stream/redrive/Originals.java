package org.mlanalytics.stream.redrive;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.mlanalytics.streaming.PayloadStore;

/**
 * The messages of dead letters: in the dead letter itself, else in the object store, else where
 * they came from.
 */
final class Originals implements AutoCloseable {

  private final RedriveClients clients;
  private final PayloadStore payloads;
  private final String topic;
  private TopicReader reader;

  Originals(RedriveClients clients, PayloadStore payloads, String topic) {
    this.clients = clients;
    this.payloads = payloads;
    this.topic = topic;
  }

  /** Whether a dead letter's message is there. */
  boolean has(Letter letter) {
    return letter.source().value() != null
        || (letter.object() != null && payloads.size(letter.object()).isPresent())
        || inTopic(letter) != null;
  }

  /** The message of a dead letter, null if it is not there. */
  Original of(Letter letter) {
    if (letter.source().value() != null) {
      return Original.of(letter.source());
    }
    Optional<byte[]> value =
        letter.object() == null ? Optional.empty() : payloads.get(letter.object());
    return value
        .map(bytes -> new Original(letter.source().key(), bytes))
        .orElseGet(() -> Original.of(inTopic(letter)));
  }

  private ConsumerRecord<byte[], byte[]> inTopic(Letter letter) {
    if (reader == null) {
      // at the first need: most dead letters hold their messages
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
