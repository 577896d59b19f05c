package org.mlanalytics.core.source;

/** The element types of BSON 1.1, legacy ones included. */
final class BsonTag {

  static final int DOUBLE = 0x01;
  static final int TEXT = 0x02;
  static final int DOCUMENT = 0x03;
  static final int LIST = 0x04;
  static final int BINARY = 0x05;
  static final int UNDEFINED = 0x06;
  static final int OBJECT_ID = 0x07;
  static final int BOOLEAN = 0x08;
  static final int DATE = 0x09;
  static final int NULL = 0x0A;
  static final int REGEX = 0x0B;
  static final int DB_POINTER = 0x0C;
  static final int CODE = 0x0D;
  static final int SYMBOL = 0x0E;
  static final int CODE_WITH_SCOPE = 0x0F;
  static final int INT32 = 0x10;
  static final int TIMESTAMP = 0x11;
  static final int INT64 = 0x12;
  static final int DECIMAL128 = 0x13;
  static final int MAX_KEY = 0x7F;
  static final int MIN_KEY = 0xFF;

  static final int OBJECT_ID_LENGTH = 12;

  private BsonTag() {}

  /** What the rules see of a type. */
  static ValueType type(int tag) {
    return switch (tag) {
      case TEXT, SYMBOL -> ValueType.TEXT;
      case INT32, INT64 -> ValueType.INTEGER;
      case DOUBLE, DECIMAL128 -> ValueType.NUMBER;
      case BOOLEAN -> ValueType.BOOLEAN;
      case DATE -> ValueType.INSTANT;
      case OBJECT_ID -> ValueType.ID;
      case LIST -> ValueType.LIST;
      case DOCUMENT -> ValueType.DOCUMENT;
      case NULL, UNDEFINED -> ValueType.NULL;
      default -> ValueType.OTHER;
    };
  }
}
