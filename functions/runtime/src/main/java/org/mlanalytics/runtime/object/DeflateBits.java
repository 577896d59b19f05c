package org.mlanalytics.runtime.object;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What gzip is made of (RFC 1952), in memory until it is written: header, blocks of DEFLATE (RFC
 * 1951) with its fixed Huffman codes, trailer. It is told what is a literal and what a copy, and
 * does not check it.
 */
final class DeflateBits {

  /** The shortest and the longest copy (RFC 1951, section 3.2.5). */
  static final int SHORTEST = 3;

  static final int LONGEST = 258;

  private static final int STORED = 0;
  private static final int FIXED = 1;
  private static final int END_OF_BLOCK = 256;
  private static final int LONGEST_SYMBOL = 285;
  private static final int DISTANCE_CODE = 5;

  /** A code stands in its table above its number of bits. */
  private static final int COUNT_BITS = 4;

  private static final int COUNT = (1 << COUNT_BITS) - 1;

  private static final int[] LITERALS = new int[END_OF_BLOCK];

  /** The code of each length with its extra bits. */
  private static final int[] LENGTHS = new int[LONGEST + 1];

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  static {
    for (int literal = 0; literal < LITERALS.length; literal++) {
      LITERALS[literal] = code(literal);
    }
    for (int length = SHORTEST; length < LONGEST; length++) {
      int above = length - SHORTEST;
      int extra = Math.max(0, 29 - Integer.numberOfLeadingZeros(above));
      int code = code(END_OF_BLOCK + 1 + 4 * extra + (above >> extra));
      LENGTHS[length] = code + extra | lowest(extra, above) << COUNT_BITS + (code & COUNT);
    }
    LENGTHS[LONGEST] = code(LONGEST_SYMBOL);
  }

  private final byte[] bytes;
  private int length;

  /** What makes no whole byte yet, the first bit lowest. */
  private long bits;

  private int count;

  private int blockLength;
  private int blockCount;

  /**
   * @param kept the most bytes that are there when a block begins
   * @param block the most bytes of content that a block has, at most 65,535
   */
  DeflateBits(int kept, int block) {
    // a literal takes nine bits at worst; then header, trailer, and what is put at once
    this.bytes = new byte[kept + block + block / 8 + 8 * Long.BYTES];
  }

  /** Whole bytes that are not written yet. */
  int length() {
    return length;
  }

  /** The header of a member: deflate, without name and time, packed quickly, by no known system. */
  void header() {
    put(0x0008_8B1F, Integer.SIZE);
    put(0, Integer.SIZE);
    put(0xFF04, Short.SIZE);
  }

  /** The end of a member, after the last block. */
  void trailer(int crc, int size) {
    align();
    put(crc, Integer.SIZE);
    put(size, Integer.SIZE);
  }

  void beginBlock(boolean last) {
    blockLength = length;
    blockCount = count;
    put((last ? 1 : 0) | FIXED << 1, 3);
  }

  /** Ends a block; when its content is shorter than its codes, it is stored as it is. */
  void endBlock(byte[] content, int from, int to, boolean last) {
    put(0, 7);
    int size = to - from;
    if (length - blockLength > size + Long.BYTES) {
      // the bits that make no byte are zeros, of the end of this block or of the one before
      length = blockLength;
      count = blockCount;
      put((last ? 1 : 0) | STORED << 1, 3);
      align();
      put(size | ~size << Short.SIZE, Integer.SIZE);
      System.arraycopy(content, from, bytes, length, size);
      length += size;
    }
  }

  void literals(byte[] content, int from, int to) {
    // several codes are written at once: most of the time goes here and into the search
    long ahead = bits;
    int aheadCount = count;
    for (int i = from; i < to; i++) {
      int code = LITERALS[content[i] & 0xFF];
      ahead |= (long) (code >>> COUNT_BITS) << aheadCount;
      aheadCount += code & COUNT;
      if (aheadCount > 48) {
        ahead = write(ahead, aheadCount);
        aheadCount &= 7;
      }
    }
    bits = write(ahead, aheadCount);
    count = aheadCount & 7;
  }

  /** A copy of what stands so many bytes before, from 1 to 32,768. */
  void copy(int copied, int distance) {
    int code = LENGTHS[copied];
    int above = distance - 1;
    int extra = Math.max(0, 30 - Integer.numberOfLeadingZeros(above));
    int place = reversed(2 * extra + (above >> extra), DISTANCE_CODE);
    put(
        code >>> COUNT_BITS | (place | lowest(extra, above) << DISTANCE_CODE) << (code & COUNT),
        (code & COUNT) + DISTANCE_CODE + extra);
  }

  /** Writes the whole bytes and forgets them. */
  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }

  /** Goes on with the next whole byte. */
  private void align() {
    put(0, -count & 7);
  }

  private void put(int value, int number) {
    bits = write(bits | Integer.toUnsignedLong(value) << count, count + number);
    count = count + number & 7;
  }

  private long write(long ahead, int aheadCount) {
    LONG.set(bytes, length, ahead);
    length += aheadCount >>> 3;
    return ahead >>> (aheadCount & ~7);
  }

  /** The fixed code of a literal or length (RFC 1951, section 3.2.6), above its number of bits. */
  private static int code(int symbol) {
    if (symbol < 144) {
      return coded(0b0011_0000 + symbol, 8);
    }
    if (symbol < END_OF_BLOCK) {
      return coded(0b1_1001_0000 + symbol - 144, 9);
    }
    return symbol < 280 ? coded(symbol - END_OF_BLOCK, 7) : coded(0b1100_0000 + symbol - 280, 8);
  }

  private static int coded(int code, int number) {
    return reversed(code, number) << COUNT_BITS | number;
  }

  /** Codes begin with their highest bit, all else with the lowest (RFC 1951, section 3.1.1). */
  private static int reversed(int code, int number) {
    return Integer.reverse(code) >>> Integer.SIZE - number;
  }

  private static int lowest(int number, int value) {
    return value & (1 << number) - 1;
  }
}
