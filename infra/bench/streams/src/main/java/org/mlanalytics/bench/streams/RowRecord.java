package org.mlanalytics.bench.streams;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Utils;

/** What the function puts around a row. */
final class RowRecord {

  /** How every contender's producer fills its batches: as the function's. */
  static final Map<String, Object> BATCHES = Map.of(ProducerConfig.LINGER_MS_CONFIG, 20);

  private static final byte[] VERSION = utf8("1.0");
  private static final byte[] TYPE = utf8("org.mlanalytics.observation-question.v1");
  private static final byte[] SOURCE = utf8("/functions/observation-questions");
  private static final byte[] CONTENT = utf8("application/json");

  private RowRecord() {}

  /** The headers of a CloudEvent. */
  static void describe(byte[] key, Headers headers) {
    headers.add("ce_specversion", VERSION);
    headers.add("ce_id", key);
    headers.add("ce_type", TYPE);
    headers.add("ce_source", SOURCE);
    headers.add("content-type", CONTENT);
  }

  /** All rows of a submission are on one partition; a key begins with it. */
  static int partition(String key, int partitions) {
    byte[] submission = utf8(key.substring(0, key.indexOf(':')));
    return Utils.toPositive(Utils.murmur2(submission)) % partitions;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
