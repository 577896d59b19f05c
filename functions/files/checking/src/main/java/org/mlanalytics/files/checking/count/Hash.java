package org.mlanalytics.files.checking.count;

/** Hashes of 64 bits: two rounds of multiplication, as MurmurHash3 and SplitMix end with. */
public final class Hash {

  private static final long A = 0x9E3779B97F4A7C15L;
  private static final long B = 0xBF58476D1CE4E5B9L;
  private static final long C = 0x94D049BB133111EBL;

  private Hash() {}

  public static long of(long value, long seed) {
    long h = (value ^ seed) + A;
    h = (h ^ (h >>> 30)) * B;
    h = (h ^ (h >>> 27)) * C;
    return h ^ (h >>> 31);
  }

  public static long of(char[] chars, int start, int length, long seed) {
    long h = seed + length * A;
    int i = start;
    int end = start + length;
    for (; i + 4 <= end; i += 4) {
      long four =
          chars[i]
              | (long) chars[i + 1] << 16
              | (long) chars[i + 2] << 32
              | (long) chars[i + 3] << 48;
      h = (h ^ four) * B;
      h ^= h >>> 32;
    }
    long rest = 0;
    for (; i < end; i++) {
      rest = rest << 16 | chars[i];
    }
    return of(h ^ rest, A);
  }
}
