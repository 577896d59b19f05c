package org.mlanalytics.runtime.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is packed here is unpacked by zlib. */
class RowGzipTest {

  private static final int WINDOW = 1 << 17;

  @Property(tries = 300)
  void anyBytesComeBack(@ForAll("pieces") byte[][] pieces) throws IOException {
    byte[] all = joined(pieces);

    assertArrayEquals(all, unpacked(packed(pieces)));
  }

  /** Few different pieces many times over, of lengths around what a repetition can have. */
  @Provide
  Arbitrary<byte[][]> pieces() {
    Arbitrary<byte[]> piece = Arbitraries.bytes().array(byte[].class).ofMinSize(0).ofMaxSize(600);
    return piece
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .flatMap(few -> Arbitraries.of(few).array(byte[][].class).ofMaxSize(300));
  }

  @Example
  void repetitionsOfEveryLengthAtEveryMagnitudeOfDistanceComeBack() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Random random = new Random(7);
    for (int distance = 1; distance <= 1 << 16; distance *= 2) {
      for (int length = 1; length <= 530; length += length < 20 ? 1 : 17) {
        byte[] unique = bytes(random, Math.max(distance, length));
        all.write(unique);
        all.write(unique, 0, length);
      }
    }
    byte[] bytes = all.toByteArray();

    assertArrayEquals(bytes, unpacked(packed(bytes)));
  }

  @Example
  void lengthsAroundTheWindowAndItsLastWordComeBack() throws IOException {
    byte[] bytes = bytes(new Random(1), 3 * WINDOW);
    Arrays.fill(bytes, WINDOW - 100, WINDOW + 100, (byte) 'x');
    for (int end : new int[] {0, 1, 7, 8, 9, WINDOW, 2 * WINDOW}) {
      for (int length = Math.max(0, end - 9); length <= end + 9; length++) {
        byte[] part = Arrays.copyOf(bytes, length);
        assertArrayEquals(part, unpacked(packed(part)), length + " bytes");
      }
    }
  }

  @Example
  void bytesThatDoNotRepeatGrowByAnEighthAtMost() throws IOException {
    byte[] bytes = bytes(new Random(2), 1_000_000);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] |= (byte) 0x90;
    }

    assertTrue(packed(bytes).length <= bytes.length + bytes.length / 8 + 20);
  }

  @Example
  void rowsArePackedAboutAsSmallAsByZlib() throws IOException {
    Random random = new Random(3);
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      rows.append("{\"project_id\":\"").append(i / 13).append("\",\"task_id\":\"");
      rows.append(Long.toHexString(random.nextLong())).append('"');
      for (int column = 0; column < 60; column++) {
        rows.append(",\"column_").append(column).append("\":\"").append((i / 13 + column) * 7919L);
        rows.append('"');
      }
      rows.append("}\n");
    }
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    try (GZIPOutputStream out =
        new GZIPOutputStream(zlib) {
          {
            def.setLevel(1);
          }
        }) {
      out.write(bytes);
    }

    byte[] packed = packed(bytes);

    assertArrayEquals(bytes, unpacked(packed));
    assertTrue(packed.length < 1.2 * zlib.size(), packed.length + " to " + zlib.size());
  }

  @Example
  void nothingCanBeWrittenAfterTheEndAndTheEndComesOnce() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowGzip gzip = new RowGzip(out);
    gzip.write('a');
    gzip.close();
    int size = out.size();
    gzip.close();

    assertEquals(size, out.size());
    assertThrows(IOException.class, () -> gzip.write('b'));
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] joined(byte[][] pieces) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      all.write(piece);
    }
    return all.toByteArray();
  }

  private static byte[] packed(byte[]... pieces) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (RowGzip gzip = new RowGzip(packed)) {
      for (byte[] piece : pieces) {
        if (piece.length == 1) {
          gzip.write(piece[0]);
        } else {
          gzip.write(piece, 0, piece.length);
        }
      }
    }
    return packed.toByteArray();
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }
}
