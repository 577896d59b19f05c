package org.mlanalytics.core.row;

import java.util.Arrays;
import org.mlanalytics.core.dataset.Column;

/** Growing bytes of JSON text in UTF-8. */
final class JsonBuffer {

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  /** The most bytes that one character takes: a control character, escaped by its code. */
  private static final int LONGEST = 6;

  private byte[] bytes = new byte[4096];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void truncate(int newLength) {
    length = newLength;
  }

  void append(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  void append(byte[] part) {
    reserve(part.length);
    System.arraycopy(part, 0, bytes, length, part.length);
    length += part.length;
  }

  void ascii(String text) {
    reserve(text.length());
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
  }

  void key(Column column) {
    reserve(column.jsonKeyLength());
    column.copyJsonKey(bytes, length);
    length += column.jsonKeyLength();
  }

  void number(long value) {
    ascii(Long.toString(value));
  }

  /** A JSON string. Half surrogate pairs, which UTF-8 cannot hold, become U+FFFD. */
  void text(String text) {
    append('"');
    int i = plainPrefix(text);
    while (i < text.length()) {
      reserve(LONGEST);
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        escaped(c);
      } else {
        utf8(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c);
      }
    }
    append('"');
  }

  /** Copies the text up to the first character that is not written as it is; nearly always all. */
  private int plainPrefix(String text) {
    int count = text.length();
    reserve(count);
    byte[] out = bytes;
    int at = length;
    int i = 0;
    while (i < count) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x80 || c == '"' || c == '\\') {
        break;
      }
      out[at++] = (byte) c;
      i++;
    }
    length = at;
    return i;
  }

  private void escaped(int c) {
    if (c >= ' ') {
      if (c == '"' || c == '\\') {
        bytes[length++] = '\\';
      }
      bytes[length++] = (byte) c;
      return;
    }
    bytes[length++] = '\\';
    bytes[length++] = 'u';
    bytes[length++] = '0';
    bytes[length++] = '0';
    bytes[length++] = HEX[c >> 4];
    bytes[length++] = HEX[c & 0xF];
  }

  private void utf8(int c) {
    if (c < 0x800) {
      bytes[length++] = (byte) (0xC0 | c >> 6);
    } else {
      if (c < 0x10000) {
        bytes[length++] = (byte) (0xE0 | c >> 12);
      } else {
        bytes[length++] = (byte) (0xF0 | c >> 18);
        bytes[length++] = (byte) (0x80 | c >> 12 & 0x3F);
      }
      bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
    }
    bytes[length++] = (byte) (0x80 | c & 0x3F);
  }

  private void reserve(int more) {
    if (more > bytes.length - length) {
      int doubled = (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8);
      bytes = Arrays.copyOf(bytes, Math.max(doubled, Math.addExact(length, more)));
    }
  }
}
