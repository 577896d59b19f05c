package org.mlanalytics.core.source;

import java.util.OptionalLong;
import org.mlanalytics.core.time.Instants;

/**
 * A read-only view of one value of a source document, whatever its encoding.
 *
 * <p>Missing and null are the same to every accessor. A value of a type that the accessor does not
 * accept raises a {@link RuleViolation} {@code wrong-type:<path>}; bytes that cannot be read raise
 * one with the code {@code malformed:bson}, {@code not-json} or {@code not-utf8}. A view is valid
 * as long as the bytes behind it are not changed.
 */
public interface Value {

  /** A field of a document that maps names to values. */
  record Field(String name, Value value) {}

  /** The stored type, {@link ValueType#MISSING} for a field that is not there. */
  ValueType type();

  /**
   * The named field of this document; a missing value if there is none, or if this value itself is
   * missing or null. The first one counts if a document has a name twice.
   */
  Value get(String field);

  /**
   * The elements of this list in order, none if it is missing or null. Null elements are handed out
   * like any other.
   */
  Iterable<Value> elements();

  /**
   * The fields of this document in order, none if it is missing or null: for documents that map ids
   * to values. The place of such a value is written like that of a list's element, so that reason
   * codes stay few: {@code answers[].value}. The first one counts if a document has a name twice.
   */
  Iterable<Field> fields();

  /**
   * The value as text, null if it is missing or null. Numbers are written as they are stored (6 is
   * {@code 6}, a double 6.0 is {@code 6.0}), ids as hexadecimal digits, instants as {@code
   * yyyy-MM-ddTHH:mm:ss.SSSZ}; booleans, lists, documents and other types are wrong here.
   */
  String text();

  /** The boolean, null if it is missing or null; anything else is of a wrong type. */
  Boolean flag();

  /**
   * The instant in milliseconds since 1970-01-01T00:00Z, empty if it is missing or null: a stored
   * date, or ISO 8601 text with a zone. Other text raises {@code timestamp:<path>}; a number is of
   * a wrong type.
   */
  OptionalLong instant();

  /**
   * Where the value stands, without list indexes: {@code tasks[].children[].name}. Empty for the
   * document itself.
   */
  String path();

  /** Where the value stands, with list indexes from 0: {@code tasks[3].children[0].name}. */
  String location();

  /** Whether the value is missing or null. */
  default boolean isAbsent() {
    ValueType type = type();
    return type == ValueType.MISSING || type == ValueType.NULL;
  }

  /** The {@link #text()} of a mandatory field; {@code missing:<path>} if it is missing or null. */
  default String mandatoryText() {
    if (isAbsent()) {
      throw RuleViolation.missing(this);
    }
    return text();
  }

  /**
   * The instant of a dataset's time column: mandatory, 1970-01-01 ≤ t &lt; 2101-01-01, in
   * milliseconds. Raises {@code missing:<path>}, {@code wrong-type:<path>} or {@code
   * timestamp:<path>}.
   */
  default long timestamp() {
    long instant = instant().orElseThrow(() -> RuleViolation.missing(this));
    if (!Instants.inRange(instant)) {
      throw RuleViolation.timestamp(this);
    }
    return instant;
  }
}
