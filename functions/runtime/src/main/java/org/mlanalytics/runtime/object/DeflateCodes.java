package org.mlanalytics.runtime.object;

import java.io.IOException;
import java.io.OutputStream;

/** Writes literals and repetitions with the fixed codes of DEFLATE, as one block (RFC 1951). */
final class DeflateCodes {

  private static final int LONGEST = 258;
  private static final int SHORTEST = 3;
  private static final int COUNT_SHIFT = 24;
  private static final int BITS = (1 << COUNT_SHIFT) - 1;
  private static final int END_OF_BLOCK = 256;

  /** Bits of each literal, and their number in the highest byte. */
  private static final int[] LITERALS = new int[256];

  /** The same of each length, with its extra bits. */
  private static final int[] LENGTHS = new int[LONGEST + 1];

  static {
    for (int i = 0; i < LITERALS.length; i++) {
      LITERALS[i] = symbol(i);
    }
    int length = SHORTEST;
    for (int code = 257; code < 285; code++) {
      int extra = code < 265 ? 0 : (code - 261) / 4;
      for (int i = 0; i < 1 << extra; i++) {
        LENGTHS[length++] = with(symbol(code), i, extra);
      }
    }
    LENGTHS[LONGEST] = symbol(285);
  }

  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private long bits;
  private int count;

  /** Starts the block, which is the last one too. */
  DeflateCodes(OutputStream out) {
    this.out = out;
    this.bits = 0b011;
    this.count = 3;
  }

  void literal(byte b) throws IOException {
    put(LITERALS[b & 0xff]);
  }

  /**
   * As much of a repetition as can be coded; at most two bytes are left.
   *
   * @return bytes that are coded
   */
  int repetition(int length, int distance) throws IOException {
    int code = distanceCode(distance - 1);
    int left = length;
    while (left >= SHORTEST) {
      int piece = Math.min(left, LONGEST);
      put(LENGTHS[piece]);
      put(code);
      left -= piece;
    }
    return length - left;
  }

  /** Ends the block and gives everything to the stream below. */
  void end() throws IOException {
    put(symbol(END_OF_BLOCK));
    while (count > 0) {
      buffer[filled++] = (byte) bits;
      bits >>>= 8;
      count -= 8;
    }
    out.write(buffer, 0, filled);
    filled = 0;
  }

  private void put(int code) throws IOException {
    bits |= (long) (code & BITS) << count;
    count += code >>> COUNT_SHIFT;
    if (count >= Integer.SIZE) {
      buffer[filled] = (byte) bits;
      buffer[filled + 1] = (byte) (bits >> 8);
      buffer[filled + 2] = (byte) (bits >> 16);
      buffer[filled + 3] = (byte) (bits >> 24);
      filled += 4;
      bits >>>= Integer.SIZE;
      count -= Integer.SIZE;
      if (filled > buffer.length - 16) {
        out.write(buffer, 0, filled);
        filled = 0;
      }
    }
  }

  /** Five bits for the order of magnitude, then the rest. */
  private static int distanceCode(int x) {
    int extra = x < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(x);
    int code = x < 4 ? x : 2 * extra + (x >> extra);
    return with(reversed(code, 5), x & ((1 << extra) - 1), extra);
  }

  /** The code of a literal, a length or the end of the block. */
  private static int symbol(int symbol) {
    if (symbol < 144) {
      return reversed(0x30 + symbol, 8);
    }
    if (symbol < END_OF_BLOCK) {
      return reversed(0x190 + symbol - 144, 9);
    }
    return symbol < 280 ? reversed(symbol - END_OF_BLOCK, 7) : reversed(0xc0 + symbol - 280, 8);
  }

  /** Codes begin with their highest bit, everything else with its lowest. */
  private static int reversed(int code, int count) {
    return count << COUNT_SHIFT | Integer.reverse(code) >>> Integer.SIZE - count;
  }

  private static int with(int code, int extra, int extraBits) {
    int count = code >>> COUNT_SHIFT;
    return count + extraBits << COUNT_SHIFT | (code & BITS) | extra << count;
  }
}
