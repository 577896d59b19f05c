package org.mlanalytics.files.ingestfile.stage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.mlanalytics.files.checking.export.RowJson;
import org.mlanalytics.files.checking.row.Instants;
import org.mlanalytics.files.checking.row.Row;

/**
 * Makes records of the rows of one file: CloudEvents in binary mode whose data are the row as JSON.
 * A key is the values of the key's columns, or the digest of the row where there is no key or a
 * part of it is missing.
 */
final class KafkaRows {

  private static final byte[] TYPE = utf8("org.mlanalytics.file-row.v1");
  private static final byte[] SOURCE = utf8("/functions/ingest-file");
  private static final byte[] VERSION = utf8("1.0");
  private static final byte[] CONTENT_TYPE = utf8("application/json");

  private final String topic;
  private final List<String> key;
  private final String sha256;

  /** Of the row at hand. */
  private final ByteArrayOutputStream value = new ByteArrayOutputStream();

  private final JsonGenerator json;

  /**
   * @param key columns of the key; empty without one
   * @param sha256 digest of the file
   */
  KafkaRows(String topic, List<String> key, String sha256) {
    this.topic = topic;
    this.key = key;
    this.sha256 = sha256;
    try {
      json = new JsonFactory().createGenerator(value).setRootValueSeparator(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record of a row. */
  ProducerRecord<byte[], byte[]> record(Row row) throws IOException {
    value.reset();
    RowJson.write(row, json);
    json.flush();
    byte[] bytes = value.toByteArray();
    String declared = declaredKey(row);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, utf8(declared == null ? digest(bytes) : declared), bytes);
    Headers headers = record.headers();
    headers.add("ce_specversion", VERSION);
    headers.add("ce_id", utf8(sha256 + ":" + row.line()));
    headers.add("ce_type", TYPE);
    headers.add("ce_source", SOURCE);
    headers.add("content-type", CONTENT_TYPE);
    return record;
  }

  /** One value as it is, several joined by {@code :}; null when one is missing. */
  private String declaredKey(Row row) {
    if (key.isEmpty()) {
      return null;
    }
    StringJoiner joined = new StringJoiner(":");
    for (String column : key) {
      int index = row.names().indexOf(column);
      if (index < 0 || row.isNull(index)) {
        return null;
      }
      String text = text(row.value(index));
      joined.add(key.size() == 1 ? text : text.replace("%", "%25").replace(":", "%3A"));
    }
    return joined.toString();
  }

  private static String text(Object value) {
    if (value instanceof Instant instant) {
      return Instants.text(instant);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static String digest(byte[] value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
