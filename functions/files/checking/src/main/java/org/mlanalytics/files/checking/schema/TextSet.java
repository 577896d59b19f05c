package org.mlanalytics.files.checking.schema;

import java.util.Collection;
import org.mlanalytics.files.checking.count.Hash;

/** A set of texts that is asked for slices of a buffer, without making a text of them. */
final class TextSet {

  private final String[] slots;

  TextSet(Collection<String> texts) {
    slots = new String[Integer.highestOneBit(Math.max(4, texts.size())) * 4];
    for (String text : texts) {
      char[] chars = text.toCharArray();
      slots[slot(chars, 0, chars.length)] = text;
    }
  }

  boolean contains(char[] chars, int start, int length) {
    return slots[slot(chars, start, length)] != null;
  }

  private int slot(char[] chars, int start, int length) {
    int mask = slots.length - 1;
    int slot = (int) Hash.of(chars, start, length, 0) & mask;
    while (slots[slot] != null && !is(slots[slot], chars, start, length)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static boolean is(String text, char[] chars, int start, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != chars[start + i]) {
        return false;
      }
    }
    return true;
  }
}
