package org.mlanalytics.stream.redrive;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mlanalytics.streaming.StreamHeaders;

/**
 * A record of a dead letter topic, by its headers; what a header does not tell is null.
 *
 * @param source the record
 * @param owner the function that put it aside if no header tells, or null
 */
record Letter(ConsumerRecord<byte[], byte[]> source, String owner) {

  private String header(String name) {
    return StreamHeaders.text(source.headers(), name);
  }

  private Long number(String name) {
    String text = header(name);
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  /** The offset of the dead letter that this record marks as sent, if it is a mark. */
  Long marks() {
    return number(StreamHeaders.REDRIVEN);
  }

  /** The code. */
  String reason() {
    String reason = header(StreamHeaders.REASON);
    return reason == null ? "" : reason;
  }

  /** What stands before the colon of the code. */
  String kind() {
    return reason().split(":", 2)[0];
  }

  /** When the message was put aside. */
  Instant at() {
    return Instant.ofEpochMilli(source.timestamp());
  }

  String function() {
    String function = header(StreamHeaders.FUNCTION);
    return function == null ? owner : function;
  }

  String topic() {
    return header(StreamHeaders.TOPIC);
  }

  Long partition() {
    return number(StreamHeaders.PARTITION);
  }

  Long offset() {
    return number(StreamHeaders.OFFSET);
  }

  String question() {
    return header(StreamHeaders.QUESTION);
  }

  String answer() {
    return header(StreamHeaders.ANSWER);
  }

  /** Where its message's value is, if it is too large for the dead letter. */
  String object() {
    return header(StreamHeaders.OBJECT);
  }

  /** Why it is never sent again. */
  String finality() {
    return header(StreamHeaders.FINAL);
  }

  /** How often its message was sent again so far. */
  long count() {
    Long count = number(StreamHeaders.REDRIVE_COUNT);
    return count == null ? 0 : count;
  }

  /** Whether it tells where its message is, and who has put it aside. */
  boolean isWhole() {
    return function() != null && topic() != null && partition() != null && offset() != null;
  }
}
