package org.mlanalytics.stream.redrive;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A message as it was.
 *
 * @param key may be null
 */
record Original(byte[] key, byte[] value) {

  /** The message that a record holds, null without a record. */
  static Original of(ConsumerRecord<byte[], byte[]> record) {
    return record == null ? null : new Original(record.key(), record.value());
  }

  /** Its size in bytes, without its headers. */
  int size() {
    return (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
  }
}
