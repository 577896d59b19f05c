package org.mlanalytics.core.source;

/**
 * Walks over the elements of one BSON document or list. Nested documents are skipped by their
 * length, so depth costs nothing.
 */
final class BsonElements {

  private final BsonReader reader;
  private final int end;
  private int next;
  private int tag;
  private int nameOffset;
  private int valueOffset;

  BsonElements(BsonReader reader, int documentOffset) {
    this.reader = reader;
    this.end = reader.documentEnd(documentOffset);
    this.next = documentOffset + Integer.BYTES;
  }

  /** Moves to the next element; false at the end. */
  boolean next() {
    if (next == end) {
      return false;
    }
    tag = reader.unsigned(next);
    nameOffset = next + 1;
    valueOffset = reader.afterCString(nameOffset, end);
    next = valueOffset + valueLength();
    // A length near the largest int overflows to a negative sum.
    if (next > end || next < valueOffset) {
      throw BsonReader.malformed("an element ends outside its document");
    }
    return true;
  }

  int tag() {
    return tag;
  }

  int nameOffset() {
    return nameOffset;
  }

  int valueOffset() {
    return valueOffset;
  }

  String name() {
    return reader.cString(nameOffset, valueOffset - 1);
  }

  /** Whether the element has this name. */
  boolean isNamed(String name) {
    return reader.isCString(nameOffset, valueOffset - 1, name);
  }

  private int valueLength() {
    return switch (tag) {
      case BsonTag.NULL, BsonTag.UNDEFINED, BsonTag.MIN_KEY, BsonTag.MAX_KEY -> 0;
      case BsonTag.BOOLEAN -> 1;
      case BsonTag.INT32 -> Integer.BYTES;
      case BsonTag.DOUBLE, BsonTag.DATE, BsonTag.TIMESTAMP, BsonTag.INT64 -> Long.BYTES;
      case BsonTag.OBJECT_ID -> BsonTag.OBJECT_ID_LENGTH;
      case BsonTag.DECIMAL128 -> 2 * Long.BYTES;
      case BsonTag.DOCUMENT, BsonTag.LIST, BsonTag.CODE_WITH_SCOPE ->
          length(BsonReader.EMPTY_DOCUMENT, 0);
      case BsonTag.TEXT, BsonTag.CODE, BsonTag.SYMBOL -> length(1, Integer.BYTES);
      case BsonTag.BINARY -> length(0, Integer.BYTES + 1);
      case BsonTag.DB_POINTER -> length(1, Integer.BYTES + BsonTag.OBJECT_ID_LENGTH);
      case BsonTag.REGEX ->
          reader.afterCString(reader.afterCString(valueOffset, end), end) - valueOffset;
      default -> throw BsonReader.malformed("unknown element type " + tag);
    };
  }

  private int length(int atLeast, int around) {
    int length = reader.int32(valueOffset);
    if (length < atLeast) {
      throw BsonReader.malformed("a length that is too small");
    }
    return length + around;
  }
}
