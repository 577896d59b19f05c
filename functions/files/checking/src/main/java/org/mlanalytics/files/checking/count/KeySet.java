package org.mlanalytics.files.checking.count;

/**
 * A set of keys by 128 bits of hash: some 28 bytes a key. It grows in small parts, so that no
 * moment needs twice the room.
 */
public final class KeySet {

  private static final int PARTS = 1024;
  private static final int FIRST_SIZE = 16;

  /** Two longs a key; both 0 where there is none. */
  private final long[][] parts = new long[PARTS][];

  private final int[] counts = new int[PARTS];
  private long size;

  /** Keys in the set. */
  public long size() {
    return size;
  }

  /** Adds a key. Returns false when it is there already. */
  public boolean add(long high, long low) {
    long lowOrOne = low == 0 ? 1 : low;
    int part = (int) (high >>> 54);
    long[] keys = parts[part];
    if (keys == null) {
      keys = new long[2 * FIRST_SIZE];
      parts[part] = keys;
    } else if (counts[part] * 10L >= keys.length / 2 * 7L) {
      keys = larger(keys);
      parts[part] = keys;
    }
    if (!insert(keys, high, lowOrOne)) {
      return false;
    }
    counts[part]++;
    size++;
    return true;
  }

  /** Whether a key is in the set. */
  public boolean contains(long high, long low) {
    long[] keys = parts[(int) (high >>> 54)];
    return keys != null && keys[slot(keys, high, low == 0 ? 1 : low) + 1] != 0;
  }

  private static boolean insert(long[] keys, long high, long low) {
    int slot = slot(keys, high, low);
    if (keys[slot + 1] != 0) {
      return false;
    }
    keys[slot] = high;
    keys[slot + 1] = low;
    return true;
  }

  /** Where the key is, or would be. */
  private static int slot(long[] keys, long high, long low) {
    int slots = keys.length / 2;
    int slot = (int) (((high & 0xFFFFFFFFL) * slots) >>> 32);
    while (keys[2 * slot + 1] != 0 && !(keys[2 * slot] == high && keys[2 * slot + 1] == low)) {
      slot = slot + 1 == slots ? 0 : slot + 1;
    }
    return 2 * slot;
  }

  private static long[] larger(long[] keys) {
    long[] larger = new long[2 * (keys.length / 2 + keys.length / 4)];
    for (int i = 0; i < keys.length; i += 2) {
      if (keys[i + 1] != 0) {
        insert(larger, keys[i], keys[i + 1]);
      }
    }
    return larger;
  }
}
