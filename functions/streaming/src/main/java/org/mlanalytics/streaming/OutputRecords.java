package org.mlanalytics.streaming;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;
import org.mlanalytics.core.submission.StreamRow;

/**
 * Makes the records that a function sends: rows as CloudEvents 1.0 in binary mode, and dead letters
 * with SmallRye's header names.
 */
final class OutputRecords {

  private static final String TRACE = "traceparent";
  // headers that come from a message must not make a dead letter larger than a topic takes
  private static final int LONGEST_HEADER = 1024;

  private final StreamRoute route;
  private final PayloadStore payloads;
  private final byte[] type;
  private final byte[] source;

  OutputRecords(StreamRoute route, PayloadStore payloads) {
    this.route = route;
    this.payloads = payloads;
    this.type = utf8("org.mlanalytics." + route.rowKind() + ".v1");
    this.source = utf8("/functions/" + route.function());
  }

  /** The partition of all rows of a submission. */
  static int partition(String submissionId, int partitions) {
    return Utils.toPositive(Utils.murmur2(utf8(submissionId))) % partitions;
  }

  /** A row that a message gives. */
  ProducerRecord<byte[], byte[]> row(
      StreamRow row, int partition, ConsumerRecord<byte[], byte[]> message) {
    byte[] key = utf8(row.key());
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(route.sinkTopic(), partition, key, row.value());
    Headers headers = record.headers();
    headers.add("ce_specversion", utf8("1.0"));
    headers.add("ce_id", key);
    headers.add("ce_type", type);
    headers.add("ce_source", source);
    headers.add("content-type", utf8("application/json"));
    Header trace = message.headers().lastHeader(TRACE);
    if (trace != null) {
      headers.add(trace);
    }
    return record;
  }

  /**
   * A message that is put aside. What is too large of it is an object when this returns.
   *
   * @throws org.mlanalytics.runtime.error.AnalyticsException if the object store takes nothing
   */
  ProducerRecord<byte[], byte[]> deadLetter(DeadLetter letter) {
    ConsumerRecord<byte[], byte[]> message = letter.message();
    boolean whole = letter.full() && size(message) <= route.maxBytes();
    boolean keyed = whole || length(message.key()) <= LONGEST_HEADER;
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            route.deadLetterTopic(),
            null,
            keyed ? message.key() : null,
            whole ? message.value() : null);
    Headers headers = record.headers();
    // without its key a message cannot be sent again from an object
    if (!whole && keyed && message.value() != null) {
      StreamHeaders.add(headers, StreamHeaders.OBJECT, stored(message, message.value()));
    }
    if (letter.row() != null) {
      StreamHeaders.add(headers, StreamHeaders.ROW_OBJECT, stored(message, letter.row().value()));
    }
    StreamHeaders.add(headers, StreamHeaders.REASON, letter.code());
    StreamHeaders.add(headers, StreamHeaders.CAUSE, letter.detail());
    StreamHeaders.add(headers, StreamHeaders.TOPIC, message.topic());
    StreamHeaders.add(headers, StreamHeaders.PARTITION, Integer.toString(message.partition()));
    StreamHeaders.add(headers, StreamHeaders.OFFSET, Long.toString(message.offset()));
    StreamHeaders.add(headers, StreamHeaders.FUNCTION, route.function());
    addShort(headers, StreamHeaders.QUESTION, letter.questionId());
    boolean named =
        letter.answer() == null || addShort(headers, StreamHeaders.ANSWER, letter.answer().text());
    if (letter.partly() || !named) {
      StreamHeaders.add(headers, StreamHeaders.FINAL, named ? "partly-published" : "name-too-long");
    }
    String count = StreamHeaders.text(message.headers(), StreamHeaders.REDRIVE_COUNT);
    addShort(headers, StreamHeaders.REDRIVE_COUNT, count);
    return record;
  }

  private String stored(ConsumerRecord<byte[], byte[]> message, byte[] payload) {
    return payloads.put(message.topic(), payload);
  }

  private static boolean addShort(Headers headers, String name, String text) {
    boolean isShort = text != null && utf8(text).length <= LONGEST_HEADER;
    if (isShort) {
      StreamHeaders.add(headers, name, text);
    }
    return isShort;
  }

  /** The bytes of a message that count for the limit. */
  static int size(ConsumerRecord<byte[], byte[]> message) {
    return length(message.key()) + length(message.value());
  }

  /** The bytes of a row that count for the limit. */
  static int size(StreamRow row) {
    return utf8(row.key()).length + row.value().length;
  }

  private static int length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
