package org.mlanalytics.core.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/** Reads the primitives of BSON out of a byte range; whatever leaves the range is malformed. */
final class BsonReader {

  private static final VarHandle INT32 =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT64 =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The bytes of the smallest document: length, no element, final zero. */
  static final int EMPTY_DOCUMENT = 5;

  private final byte[] bytes;
  private final int start;
  private final int limit;

  BsonReader(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    this.bytes = bytes;
    this.start = offset;
    this.limit = offset + length;
  }

  static RuleViolation malformed(String detail) {
    return RuleViolation.malformed("bson", detail);
  }

  int unsigned(int at) {
    return bytes[checked(at, 1)] & 0xFF;
  }

  int int32(int at) {
    return (int) INT32.get(bytes, checked(at, Integer.BYTES));
  }

  long int64(int at) {
    return (long) INT64.get(bytes, checked(at, Long.BYTES));
  }

  boolean truth(int at) {
    int value = unsigned(at);
    if (value > 1) {
      throw malformed("a boolean that is neither true nor false");
    }
    return value == 1;
  }

  String hex(int at, int length) {
    checked(at, length);
    return HexFormat.of().formatHex(bytes, at, at + length);
  }

  /** A string with its length in front; bytes that are no UTF-8 become U+FFFD. */
  String text(int at) {
    int length = int32(at);
    int from = at + Integer.BYTES;
    if (length < 1 || length > limit - from || bytes[from + length - 1] != 0) {
      throw malformed("a string without its end");
    }
    return new String(bytes, from, length - 1, StandardCharsets.UTF_8);
  }

  /** The offset of the final zero of a document; the whole range must be the root document. */
  int documentEnd(int at) {
    int length = int32(at);
    boolean fits = at == start ? length == limit - start : length <= limit - at;
    if (length < EMPTY_DOCUMENT || !fits || bytes[at + length - 1] != 0) {
      throw malformed("a document whose length is wrong");
    }
    return at + length - 1;
  }

  /** The offset after a zero-terminated string that ends before {@code end}. */
  int afterCString(int at, int end) {
    for (int i = at; i < end; i++) {
      if (bytes[i] == 0) {
        return i + 1;
      }
    }
    throw malformed("a name without its end");
  }

  /** A name from {@code at} to {@code end}; bytes that are no UTF-8 become U+FFFD. */
  String cString(int at, int end) {
    return new String(bytes, at, end - at, StandardCharsets.UTF_8);
  }

  /** Whether the bytes from {@code at} to {@code end} are this name. */
  boolean isCString(int at, int end, String name) {
    int length = name.length();
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      if (c >= 0x80) {
        return cString(at, end).equals(name);
      }
      if (i >= end - at || bytes[at + i] != c) {
        return false;
      }
    }
    return length == end - at;
  }

  private int checked(int at, int length) {
    if (at < start || length > limit - at) {
      throw malformed("it ends too early");
    }
    return at;
  }
}
