package org.mlanalytics.files.ingestfile.stage;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.mlanalytics.files.checking.row.Row;

/**
 * A row as a document. Its id is the value of the key's column, a document of the values when the
 * key has several, or the digest of the row where there is no key or a part of it is missing.
 */
final class MongoRow {

  /** Digest of the file that the row was loaded from last. */
  static final String FILE = "_file";

  /** Line of that file on which the row begins. */
  static final String LINE = "_line";

  private MongoRow() {}

  /**
   * The document of a row.
   *
   * @param key columns of the key; empty without one
   * @param sha256 digest of the file
   */
  static Document of(Row row, List<String> key, String sha256) {
    Document values = new Document();
    for (int i = 0; i < row.size(); i++) {
      if (!row.isNull(i)) {
        values.append(field(row.names().get(i)), value(row.value(i)));
      }
    }
    Document document = new Document("_id", id(values, key));
    document.putAll(values);
    return document.append(FILE, sha256).append(LINE, row.line());
  }

  private static Object id(Document values, List<String> key) {
    List<String> fields = key.stream().map(MongoRow::field).toList();
    if (fields.isEmpty() || !values.keySet().containsAll(fields)) {
      return "row-" + digest(values);
    }
    if (fields.size() == 1) {
      return values.get(fields.get(0));
    }
    Document id = new Document();
    fields.forEach(field -> id.append(field, values.get(field)));
    return id;
  }

  /**
   * A column's name as a field: what a field's name cannot hold, and the names that are taken, are
   * percent-encoded.
   */
  static String field(String column) {
    String safe =
        column.replace("%", "%25").replace(".", "%2E").replace("$", "%24").replace("\0", "%00");
    return safe.startsWith("_") ? "%5F" + safe.substring(1) : safe;
  }

  private static Object value(Object value) {
    if (value instanceof Instant instant) {
      return Date.from(instant);
    }
    if (value instanceof LocalDate date) {
      return date.toString();
    }
    if (value instanceof BigDecimal number) {
      return decimal(number);
    }
    return value;
  }

  /** 41.50 and 41.5 are one value; more digits than the server's type has are kept as text. */
  private static Object decimal(BigDecimal number) {
    BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    try {
      return new Decimal128(plain);
    } catch (NumberFormatException tooPrecise) {
      return plain.toString();
    }
  }

  private static String digest(Document values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(values.toJson().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
