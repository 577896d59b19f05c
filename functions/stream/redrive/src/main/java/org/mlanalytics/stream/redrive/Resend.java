package org.mlanalytics.stream.redrive;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.mlanalytics.streaming.StreamHeaders;

/**
 * A message that is sent again, and the mark behind its dead letter that says so. The mark is on
 * the dead letter's own partition: it is never removed before the dead letter is.
 */
record Resend(
    Letter letter, ProducerRecord<byte[], byte[]> message, ProducerRecord<byte[], byte[]> mark) {

  /**
   * A message on its way.
   *
   * @param original holds its key and value
   * @param partitions of the topic: the message goes where it was, so that it keeps its place
   *     behind earlier ones with its key
   */
  static Resend of(Letter letter, Original original, int partitions) {
    long was = letter.partition();
    Integer partition = was < partitions ? Math.toIntExact(was) : null;
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(letter.topic(), partition, original.key(), original.value());
    Headers headers = message.headers();
    StreamHeaders.add(headers, StreamHeaders.REDRIVE_COUNT, Long.toString(letter.count() + 1));
    StreamHeaders.add(headers, StreamHeaders.REDRIVE_FUNCTION, letter.function());
    if (letter.answer() != null) {
      StreamHeaders.add(headers, StreamHeaders.REDRIVE_ANSWER, letter.answer());
    }
    ConsumerRecord<byte[], byte[]> source = letter.source();
    ProducerRecord<byte[], byte[]> mark =
        new ProducerRecord<>(source.topic(), source.partition(), null, null);
    StreamHeaders.add(mark.headers(), StreamHeaders.REDRIVEN, Long.toString(source.offset()));
    return new Resend(letter, message, mark);
  }
}
