package org.mlanalytics.core.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers texts in the order in which they are first seen. Exact, and compact: a text of 24
 * characters takes about 40 bytes, because all of them lie in one array.
 */
final class TextDictionary {

  private static final int FREE = -1;

  private byte[] texts = new byte[1 << 12];
  private int[] ends = new int[1 << 7];
  private int[] table = emptyTable(1 << 8);
  private int count;

  /** The number of a text, from 0. */
  int code(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int slot = slot(table, bytes, 0, bytes.length);
    if (table[slot] != FREE) {
      return table[slot];
    }
    append(bytes);
    table[slot] = count;
    if (++count > table.length / 2) {
      grow();
    }
    return count - 1;
  }

  private void append(byte[] bytes) {
    int start = start(count);
    int end = Math.addExact(start, bytes.length);
    if (end > texts.length) {
      int doubled = (int) Math.min(2L * texts.length, Integer.MAX_VALUE - 8);
      texts = Arrays.copyOf(texts, Math.max(doubled, end));
    }
    System.arraycopy(bytes, 0, texts, start, bytes.length);
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    ends[count] = end;
  }

  private void grow() {
    int[] larger = emptyTable(2 * table.length);
    for (int code = 0; code < count; code++) {
      larger[slot(larger, texts, start(code), ends[code])] = code;
    }
    table = larger;
  }

  /** The slot that holds the text, or the free one where it belongs. */
  private int slot(int[] slots, byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    // the lower bits of ids that count up are too much alike
    int slot = (hash * 0x9E3779B9 >>> 7) & (slots.length - 1);
    while (slots[slot] != FREE && !isText(slots[slot], bytes, from, to)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isText(int code, byte[] bytes, int from, int to) {
    return Arrays.equals(texts, start(code), ends[code], bytes, from, to);
  }

  private int start(int code) {
    return code == 0 ? 0 : ends[code - 1];
  }

  private static int[] emptyTable(int size) {
    int[] table = new int[size];
    Arrays.fill(table, FREE);
    return table;
  }
}
