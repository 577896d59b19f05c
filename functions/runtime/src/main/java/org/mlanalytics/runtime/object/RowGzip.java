package org.mlanalytics.runtime.object;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Packs rows as one member of gzip (RFC 1952), several times as fast as zlib and as small as by its
 * quickest level. Any bytes can be packed, but rows gain: a row repeats most of the row before it,
 * so that behind a difference the search goes on where it was in that row.
 *
 * <p>Takes the same memory for any content. Nothing is written after {@link #finish}.
 */
final class RowGzip extends OutputStream {

  /** How far back a copy may reach (RFC 1951, section 2). */
  static final int WINDOW = 1 << 15;

  /** The content of a block; as it is, it may have 65,535 bytes (RFC 1951, section 3.2.4). */
  static final int BLOCK = 1 << 15;

  /** Several blocks, so that the window is moved seldom. */
  static final int BUFFER = WINDOW + 4 * BLOCK;

  /** Packed bytes that are not worth a write yet. */
  private static final int PACKED = 1 << 15;

  private static final int SLIDE = BUFFER - WINDOW;
  private static final int NOWHERE = -1;

  /** The table of places fits into the processor's first cache. */
  private static final int HASH_BITS = 13;

  /** A copy of so many bytes is of the row before, a shorter one may come from anywhere. */
  private static final int LONG_COPY = 16;

  /** One in so many places inside of a copy is kept: the search finds the others from there. */
  private static final int KEPT = 16;

  /** After so many bytes without a copy, the search takes one byte more at a time. */
  private static final int PATIENCE = 8;

  /** Few enough, that a new text which is longer than the search is patient is found again. */
  private static final int LONGEST_STEP = 8;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final OutputStream out;
  private final DeflateBits bits = new DeflateBits(PACKED, BLOCK);
  private final CRC32 crc = new CRC32();
  private final byte[] bytes = new byte[BUFFER];

  /** Where four bytes of each hash were last. */
  private final int[] places = new int[1 << HASH_BITS];

  /** From where the next block begins to where the content ends, for now. */
  private int start;

  private int end;

  /** How far back the same place of the row before is. */
  private int distance = 1;

  /** Modulo 2^32, as its overflow has it and RFC 1952, section 2.3.1, wants it. */
  private int size;

  RowGzip(OutputStream out) {
    this.out = out;
    Arrays.fill(places, NOWHERE);
    bits.header();
  }

  @Override
  public void write(int b) throws IOException {
    bytes[end++] = (byte) b;
    packFullBlock();
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, start + BLOCK - end);
      System.arraycopy(from, offset + done, bytes, end, part);
      end += part;
      done += part;
      packFullBlock();
    }
  }

  /** Writes what is left, and the trailer. */
  void finish() throws IOException {
    pack(true);
    bits.trailer((int) crc.getValue(), size);
    bits.writeTo(out);
  }

  private void packFullBlock() throws IOException {
    if (end - start == BLOCK) {
      pack(false);
      if (bits.length() > PACKED) {
        bits.writeTo(out);
      }
    }
  }

  private void pack(boolean last) {
    crc.update(bytes, start, end - start);
    size += end - start;
    bits.beginBlock(last);
    search();
    bits.endBlock(bytes, start, end, last);
    start = end;
    if (end == BUFFER) {
      slide();
    }
  }

  private void search() {
    int literals = start;
    int at = start;
    while (at + Integer.BYTES <= end) {
      int four = four(at);
      int before = at - distance;
      if (before < 0 || four(before) != four) {
        int hash = hash(four);
        before = places[hash];
        places[hash] = at;
        if (before < 0 || at - before > WINDOW || four(before) != four) {
          at += Math.min(1 + (at - literals) / PATIENCE, LONGEST_STEP);
          continue;
        }
      }
      int to = endOfCopy(at, before);
      while (at > literals && before > 0 && bytes[at - 1] == bytes[before - 1]) {
        at--;
        before--;
      }
      bits.literals(bytes, literals, at);
      literals = copy(at, to, at - before);
      at = literals;
    }
    bits.literals(bytes, literals, end);
  }

  private int endOfCopy(int at, int before) {
    int length = Arrays.mismatch(bytes, at, end, bytes, before, before + end - at);
    return length < 0 ? end : at + length;
  }

  /** Where it ends: one or two bytes before {@code to}, when no copy is as short as the rest. */
  private int copy(int from, int to, int back) {
    if (to - from >= LONG_COPY) {
      distance = back;
      for (int i = from; i + Integer.BYTES <= to; i += KEPT) {
        places[hash(four(i))] = i;
      }
    }
    int at = from;
    while (to - at >= DeflateBits.SHORTEST) {
      int part = Math.min(to - at, DeflateBits.LONGEST);
      bits.copy(part, back);
      at += part;
    }
    return at;
  }

  private int four(int at) {
    return (int) INT.get(bytes, at);
  }

  /** By the golden ratio (Knuth, The Art of Computer Programming, volume 3, section 6.4). */
  private static int hash(int four) {
    return four * 0x9E37_79B1 >>> Integer.SIZE - HASH_BITS;
  }

  private void slide() {
    System.arraycopy(bytes, SLIDE, bytes, 0, WINDOW);
    start -= SLIDE;
    end -= SLIDE;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(places[i] - SLIDE, NOWHERE);
    }
  }
}
