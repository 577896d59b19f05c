package org.mlanalytics.runtime.object;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * gzip (RFC 1952) for rows, of which each repeats most of the one before it: what is repeated is
 * sought at the distance of the last repetition, then in a table of places. The codes are the fixed
 * ones of DEFLATE (RFC 1951, section 3.2.6), so that nothing has to be counted. Packs such rows as
 * small as the fastest level of zlib does, for a third of its processor time; bytes that do not
 * repeat themselves grow by an eighth at most.
 */
final class RowGzip extends OutputStream {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Deflated, no name, no time, fastest, by whatever system. */
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

  private static final int FARTHEST = 1 << 15;
  private static final int WINDOW = 1 << 17;
  private static final int WORD = 8;

  /** Bytes that have to be the same at a place of the table: a repetition costs three or four. */
  private static final long PREFIX = 0xFFFF_FFFF_FFFFL;

  private static final int SHORTEST = 6;
  private static final int PLACE_BITS = 13;

  /** Of a long repetition one place in so many bytes is remembered. */
  private static final int STRIDE = 32;

  private final OutputStream out;
  private final DeflateCodes codes;
  private final CRC32 crc = new CRC32();
  private final byte[] one = new byte[1];
  private final byte[] window = new byte[WINDOW];
  private final int[] places = new int[1 << PLACE_BITS];

  /** Bytes of the stream before the window. */
  private int base;

  private int coded;
  private int filled;
  private int distance = FARTHEST + 1;
  private long length;
  private boolean finished;

  RowGzip(OutputStream out) throws IOException {
    this.out = out;
    out.write(HEADER);
    this.codes = new DeflateCodes(out);
    Arrays.fill(places, -FARTHEST - 1);
  }

  @Override
  public void write(int b) throws IOException {
    one[0] = (byte) b;
    write(one, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    if (finished) {
      throw new IOException("the stream is closed");
    }
    crc.update(bytes, offset, count);
    length += count;
    int from = offset;
    int left = count;
    while (left > 0) {
      if (filled == WINDOW) {
        code(filled - WORD);
        slide();
      }
      int taken = Math.min(left, WINDOW - filled);
      System.arraycopy(bytes, from, window, filled, taken);
      filled += taken;
      from += taken;
      left -= taken;
    }
  }

  @Override
  public void close() throws IOException {
    if (finished) {
      return;
    }
    finished = true;
    code(filled - WORD);
    while (coded < filled) {
      codes.literal(window[coded++]);
    }
    codes.end();
    out.write(
        ByteBuffer.allocate(WORD)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) crc.getValue())
            .putInt((int) length)
            .array());
    out.close();
  }

  /** Keeps what a repetition may lie in, and what is not coded yet. */
  private void slide() {
    int start = Math.max(0, coded - FARTHEST);
    System.arraycopy(window, start, window, 0, filled - start);
    base += start;
    coded -= start;
    filled -= start;
  }

  private void code(int limit) throws IOException {
    int at = coded;
    while (at <= limit) {
      long word = (long) WORDS.get(window, at);
      if (!repeatsAt(at, distance, word)) {
        int place = place(word);
        int candidate = base + at - places[place];
        places[place] = base + at;
        if (!repeatsAt(at, candidate, word)) {
          codes.literal(window[at++]);
          continue;
        }
        distance = candidate;
      }
      int coming = at + codes.repetition(same(at), distance);
      remember(at, Math.min(coming, limit));
      at = coming;
    }
    coded = at;
  }

  private boolean repeatsAt(int at, int candidate, long word) {
    return candidate > 0
        && candidate <= FARTHEST
        && candidate <= at
        && (((long) WORDS.get(window, at - candidate) ^ word) & PREFIX) == 0;
  }

  /** How many bytes at a place are those at the distance before it. */
  private int same(int at) {
    int from = at + SHORTEST;
    int other = Arrays.mismatch(window, from, filled, window, from - distance, filled - distance);
    return other < 0 ? filled - at : other + SHORTEST;
  }

  private void remember(int from, int to) {
    for (int i = from + STRIDE; i < to; i += STRIDE) {
      places[place((long) WORDS.get(window, i))] = base + i;
    }
  }

  private static int place(long word) {
    return (int) (((word & PREFIX) * 0x9E37_79B9_7F4A_7C15L) >>> (Long.SIZE - PLACE_BITS));
  }
}
