package org.mlanalytics.runtime.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowGzipTest {

  private static final int HEADER = 10;
  private static final int TRAILER = 8;

  @Property
  void anyBytesComeBack(@ForAll @Size(max = 3000) byte[] content) throws IOException {
    assertComesBack(content);
  }

  @Property(tries = 200)
  void rowsWrittenInAnyPiecesComeBack(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    assertComesBack(rows(random, random.nextInt(1 << 19)), random);
  }

  @Property(tries = 200)
  void repetitionsFromAnywhereComeBack(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    assertComesBack(repetitions(random, random.nextInt(1 << 19)), random);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0,
        1,
        2,
        3,
        4,
        5,
        RowGzip.BLOCK - 1,
        RowGzip.BLOCK,
        RowGzip.BLOCK + 1,
        RowGzip.WINDOW + 3,
        RowGzip.BUFFER - 1,
        RowGzip.BUFFER,
        RowGzip.BUFFER + 1,
        2 * RowGzip.BUFFER - RowGzip.WINDOW
      })
  void contentEndsAnywhere(int size) throws IOException {
    assertComesBack(new byte[size]);
    assertComesBack(rows(new Random(1), size));
    assertComesBack(noise(size));
  }

  @Test
  void runsOfAnyLengthArePacked() throws IOException {
    for (int length = 1; length < 3 * DeflateBits.LONGEST + 3; length++) {
      byte[] run = new byte[length];
      Arrays.fill(run, (byte) 'x');

      assertTrue(assertComesBack(run).length < HEADER + TRAILER + 20, "of " + length);
    }
  }

  @Test
  void copiesReachBackByTheWindowAndNoFurther() throws IOException {
    int inside = assertComesBack(repeated(noise(RowGzip.WINDOW), 8)).length;
    int outside = assertComesBack(repeated(noise(RowGzip.WINDOW + 1), 8)).length;

    assertTrue(inside < 2 * RowGzip.WINDOW, inside + " bytes");
    assertTrue(outside > 7 * RowGzip.WINDOW, outside + " bytes");
  }

  @Test
  void rowLongerThanTheWindowComesBack() throws IOException {
    byte[] line = rows(new Random(2), 100_000);

    assertComesBack(repeated(line, 3));
  }

  @Test
  void rowsShrinkToATenth() throws IOException {
    byte[] content = rows(new Random(3), 5_000_000);

    int packed = assertComesBack(content).length;

    assertTrue(packed < content.length / 10, packed + " bytes");
  }

  @Test
  void placeOfTheRowBeforeIsFoundAgainBehindADifference() throws IOException {
    Random random = new Random(6);
    String[] values =
        random.ints(50).mapToObj(value -> "\"v\":\"%08x\"".formatted(value)).toArray(String[]::new);
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 1000; row++) {
      values[random.nextInt(50)] = "\"v\":\"%08x\"".formatted(random.nextInt());
      rows.append(String.join(",", values)).append('\n');
    }
    byte[] content = rows.toString().getBytes(StandardCharsets.UTF_8);

    int packed = assertComesBack(content).length;

    assertTrue(packed < 21 * 1000, packed + " bytes");
  }

  @Test
  void whatCannotBePackedGrowsByAFewBytesInEachBlock() throws IOException {
    byte[] content = noise(3_000_000);

    int packed = assertComesBack(content).length;

    int blocks = content.length / RowGzip.BLOCK + 1;
    assertTrue(packed <= content.length + 16 * blocks + HEADER + TRAILER, packed + " bytes");
  }

  @Test
  void onlyOneMemberWithItsCheckAndSizeIsWritten() throws Exception {
    byte[] content = rows(new Random(4), 300_000);
    byte[] packed = packed(content, null);

    Inflater inflater = new Inflater(true);
    inflater.setInput(packed, HEADER, packed.length - HEADER);
    byte[] unpacked = new byte[content.length + 1];
    int size = inflate(inflater, unpacked);
    ByteBuffer trailer =
        ByteBuffer.wrap(packed, packed.length - TRAILER, TRAILER).order(ByteOrder.LITTLE_ENDIAN);
    CRC32 crc = new CRC32();
    crc.update(content);

    assertTrue(inflater.finished());
    assertEquals(TRAILER, inflater.getRemaining());
    assertEquals(content.length, size);
    assertEquals((int) crc.getValue(), trailer.getInt());
    assertEquals(content.length, trailer.getInt());
    inflater.end();
  }

  @Test
  void memoryDoesNotGrowWithTheContent() throws IOException {
    byte[] rows = rows(new Random(5), 1_000_000);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    RowGzip gzip = new RowGzip(OutputStream.nullOutputStream());
    gzip.write(rows);

    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < 20; i++) {
      gzip.write(rows);
    }
    gzip.finish();
    long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

    assertTrue(allocated < rows.length, allocated + " bytes");
  }

  private static byte[] assertComesBack(byte[] content) throws IOException {
    return assertComesBack(content, null);
  }

  /** What it was packed to. */
  private static byte[] assertComesBack(byte[] content, Random pieces) throws IOException {
    byte[] packed = packed(content, pieces);
    assertArrayEquals(
        content, new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes());
    return packed;
  }

  private static byte[] packed(byte[] content, Random pieces) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowGzip gzip = new RowGzip(out);
    int at = 0;
    while (pieces != null && at < content.length) {
      int piece = Math.min(pieces.nextInt(1 << 1 + pieces.nextInt(17)), content.length - at);
      if (piece == 1) {
        gzip.write(content[at]);
      } else {
        gzip.write(content, at, piece);
      }
      at += piece;
    }
    gzip.write(content, at, content.length - at);
    gzip.finish();
    return out.toByteArray();
  }

  private static int inflate(Inflater inflater, byte[] out) throws DataFormatException {
    int size = 0;
    int more;
    do {
      more = inflater.inflate(out, size, out.length - size);
      size += more;
    } while (more > 0);
    return size;
  }

  /** Lines of which each has most of the one before it. */
  private static byte[] rows(Random random, int size) {
    StringBuilder rows = new StringBuilder();
    String common = "";
    for (int row = 0; rows.length() < size; row++) {
      if (row % 20 == 0) {
        common = "{\"school\":\"" + text(random, 200) + "\",\"title\":\"" + text(random, 900);
      }
      rows.append(common)
          .append("\",\"task\":\"")
          .append(new UUID(random.nextLong(), random.nextLong()))
          .append("\",\"remarks\":\"")
          .append("Went well. ".repeat(random.nextInt(4)))
          .append("\",\"sequence\":")
          .append(row % 20)
          .append("}\n");
    }
    return Arrays.copyOf(rows.toString().getBytes(StandardCharsets.UTF_8), size);
  }

  private static String text(Random random, int length) {
    return random
        .ints(length, 'ä' - 180, 'ä')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Noise, runs, and copies of any length of what is up to 40,000 bytes before. */
  private static byte[] repetitions(Random random, int size) {
    byte[] content = new byte[size];
    int at = 0;
    while (at < size) {
      int length = Math.min(size - at, 1 + random.nextInt(1 << random.nextInt(14)));
      int back = 1 + random.nextInt(random.nextBoolean() ? 4 : 40_000);
      boolean copied = back <= at && random.nextInt(4) > 0;
      for (int end = at + length; at < end; at++) {
        content[at] = copied ? content[at - back] : (byte) random.nextInt();
      }
    }
    return content;
  }

  private static byte[] noise(int size) {
    byte[] noise = new byte[size];
    new Random(size).nextBytes(noise);
    return noise;
  }

  private static byte[] repeated(byte[] part, int times) {
    byte[] all = new byte[part.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(part, 0, all, i * part.length, part.length);
    }
    return all;
  }
}
