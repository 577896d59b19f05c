package org.mlanalytics.files.checking.count;

/**
 * A set of keys by 106 of 128 bits of hash: some 20 bytes a key. That two of ten million keys are
 * taken for one has a probability of 6e-19. It grows in small parts, so that no moment needs twice
 * the room.
 */
public final class KeySet {

  private static final int PARTS = 1024;
  private static final int FIRST_SIZE = 16;

  /** Words of a slot. The last is 0 where there is no key. */
  private static final int WORDS = 3;

  private final int[][] parts = new int[PARTS][];
  private final int[] counts = new int[PARTS];
  private long size;

  /** Keys in the set. */
  public long size() {
    return size;
  }

  /** Adds a key. Returns false when it is there already. */
  public boolean add(long high, long low) {
    int part = (int) (high >>> 54);
    int[] keys = parts[part];
    if (keys == null) {
      keys = new int[WORDS * FIRST_SIZE];
      parts[part] = keys;
    } else if (counts[part] * 10L >= keys.length / WORDS * 7L) {
      keys = larger(keys);
      parts[part] = keys;
    }
    if (!insert(keys, (int) high, (int) (low >>> 32), last(low))) {
      return false;
    }
    counts[part]++;
    size++;
    return true;
  }

  /** Whether a key is in the set. */
  public boolean contains(long high, long low) {
    int[] keys = parts[(int) (high >>> 54)];
    return keys != null
        && keys[slot(keys, (int) high, (int) (low >>> 32), last(low)) + WORDS - 1] != 0;
  }

  private static int last(long low) {
    return (int) low == 0 ? 1 : (int) low;
  }

  private static boolean insert(int[] keys, int first, int second, int last) {
    int slot = slot(keys, first, second, last);
    if (keys[slot + 2] != 0) {
      return false;
    }
    keys[slot] = first;
    keys[slot + 1] = second;
    keys[slot + 2] = last;
    return true;
  }

  /** Where the key is, or would be. */
  private static int slot(int[] keys, int first, int second, int last) {
    int slots = keys.length / WORDS;
    int slot = WORDS * (int) (((first & 0xFFFFFFFFL) * slots) >>> 32);
    while (keys[slot + 2] != 0
        && !(keys[slot] == first && keys[slot + 1] == second && keys[slot + 2] == last)) {
      slot += WORDS;
      if (slot == keys.length) {
        slot = 0;
      }
    }
    return slot;
  }

  private static int[] larger(int[] keys) {
    int slots = keys.length / WORDS;
    int[] larger = new int[WORDS * (slots + slots / 4)];
    for (int i = 0; i < keys.length; i += WORDS) {
      if (keys[i + 2] != 0) {
        insert(larger, keys[i], keys[i + 1], keys[i + 2]);
      }
    }
    return larger;
  }
}
