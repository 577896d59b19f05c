package org.mlanalytics.streaming;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * A record of Kafka as a Knative KafkaSource delivers it: a CloudEvent of type {@code
 * dev.knative.kafka.event} in binary mode. Its id tells partition and offset, its source ends with
 * the topic, {@code ce-key} is the record's key, and {@code ce-kafkaheader<name>} is a header, of
 * whose name only letters and digits are left.
 */
final class KafkaEvent {

  private static final Pattern ID = Pattern.compile("partition:(\\d{1,9})/offset:(\\d{1,18})");
  private static final String HEADER = "ce-kafkaheader";
  private static final String TRACE = "traceparent";

  /** The headers that the functions read, by what is left of their names. */
  private static final Map<String, String> NAMES =
      Stream.of(
              StreamHeaders.REDRIVE_COUNT,
              StreamHeaders.REDRIVE_FUNCTION,
              StreamHeaders.REDRIVE_ANSWER,
              TRACE)
          .collect(Collectors.toMap(KafkaEvent::reduced, name -> name));

  private KafkaEvent() {}

  /**
   * The record as a consumer would have got it.
   *
   * @param headers of the request, by name in any case
   * @param topic where the record has to be from
   * @param body empty if the record has no value
   * @throws AnalyticsException {@link ErrorCode#UNREADABLE_EVENT}
   */
  static ConsumerRecord<byte[], byte[]> record(
      Map<String, String> headers, String topic, byte[] body) {
    Map<String, String> attributes =
        headers.entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT),
                    Map.Entry::getValue,
                    (first, second) -> first));
    Matcher id = ID.matcher(attribute(attributes, "ce-id"));
    if (!id.matches()) {
      throw unreadable("ce-id is not partition:<number>/offset:<number>");
    }
    if (!attribute(attributes, "ce-source").endsWith('#' + topic)) {
      throw unreadable("ce-source does not end with #" + topic);
    }
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            topic,
            Integer.parseInt(id.group(1)),
            Long.parseLong(id.group(2)),
            utf8(attributes.get("ce-key")),
            body == null || body.length == 0 ? null : body);
    attributes.forEach(
        (name, value) -> {
          String known =
              name.equals(TRACE)
                  ? TRACE
                  : name.startsWith(HEADER)
                      ? NAMES.get(reduced(name.substring(HEADER.length())))
                      : null;
          if (known != null) {
            StreamHeaders.add(record.headers(), known, value);
          }
        });
    return record;
  }

  private static String attribute(Map<String, String> attributes, String name) {
    String value = attributes.get(name);
    if (value == null) {
      throw unreadable("no header " + name + ": events come in binary mode");
    }
    return value;
  }

  private static String reduced(String name) {
    return name.replaceAll("[^a-zA-Z0-9]", "").toLowerCase(Locale.ROOT);
  }

  private static byte[] utf8(String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static AnalyticsException unreadable(String detail) {
    return new AnalyticsException(ErrorCode.UNREADABLE_EVENT, detail);
  }
}
