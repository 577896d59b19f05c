package org.mlanalytics.core.snapshot;

import java.util.Arrays;

/** A set of numbers from 0; most sets of a snapshot hold very few. */
final class CodeSet {

  private static final int FREE = -1;

  private int[] slots = {FREE, FREE, FREE, FREE};
  private int size;

  void add(int code) {
    int slot = slot(slots, code);
    if (slots[slot] == code) {
      return;
    }
    slots[slot] = code;
    if (++size > slots.length / 2) {
      grow();
    }
  }

  int size() {
    return size;
  }

  private void grow() {
    int[] larger = new int[2 * slots.length];
    Arrays.fill(larger, FREE);
    for (int code : slots) {
      if (code != FREE) {
        larger[slot(larger, code)] = code;
      }
    }
    slots = larger;
  }

  private static int slot(int[] slots, int code) {
    int slot = (code * 0x9E3779B9 >>> 7) & (slots.length - 1);
    while (slots[slot] != FREE && slots[slot] != code) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }
}
