package org.mlanalytics.streaming;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** Events as a Knative KafkaSource sends them. */
class KafkaEventTest {

  private static final Map<String, String> PLAIN =
      Map.of(
          "Ce-Id", "partition:3/offset:4711",
          "Ce-Source", "/apis/v1/namespaces/ns/kafkasources/name#in",
          "Ce-Subject", "partition:3#4711",
          "Ce-Type", "dev.knative.kafka.event",
          "Ce-Specversion", "1.0");

  @Test
  void anEventIsTheRecordThatItWas() {
    Map<String, String> headers = new HashMap<>(PLAIN);
    headers.put("ce-key", "k");
    headers.put("ce-kafkaheaderredrivecount", "2");
    headers.put("ce-kafkaheaderredrive-function", "survey-questions");
    headers.put("ce-kafkaheaderredriveAnswer", "m/2/q%2F1");
    headers.put("ce-kafkaheaderother", "?");
    headers.put("traceparent", "00-trace");
    ConsumerRecord<byte[], byte[]> record = KafkaEvent.record(headers, "in", Samples.utf8("{}"));
    assertEquals("in", record.topic());
    assertEquals(3, record.partition());
    assertEquals(4711, record.offset());
    assertArrayEquals(Samples.utf8("k"), record.key());
    assertArrayEquals(Samples.utf8("{}"), record.value());
    assertEquals("2", StreamHeaders.text(record.headers(), "redrive-count"));
    assertEquals("survey-questions", StreamHeaders.text(record.headers(), "redrive-function"));
    assertEquals("m/2/q%2F1", StreamHeaders.text(record.headers(), "redrive-answer"));
    assertEquals("00-trace", StreamHeaders.text(record.headers(), "traceparent"));
    assertEquals(4, record.headers().toArray().length);
  }

  @Test
  void withoutKeyAndValueBothAreNull() {
    ConsumerRecord<byte[], byte[]> record = KafkaEvent.record(PLAIN, "in", new byte[0]);
    assertNull(record.key());
    assertNull(record.value());
  }

  @Test
  void whatDoesNotTellItsPlaceIsRefused() {
    refused("Ce-Id", null);
    refused("Ce-Id", "4711");
    refused("Ce-Id", "partition:3/offset:99999999999999999999");
    refused("Ce-Source", null);
    refused("Ce-Source", "/apis/v1/namespaces/ns/kafkasources/name#another");
  }

  private static void refused(String name, String value) {
    Map<String, String> headers = new HashMap<>(PLAIN);
    headers.put(name, value);
    headers.values().removeIf(text -> text == null);
    assertEquals(
        ErrorCode.UNREADABLE_EVENT,
        assertThrows(AnalyticsException.class, () -> KafkaEvent.record(headers, "in", new byte[0]))
            .code());
  }
}
