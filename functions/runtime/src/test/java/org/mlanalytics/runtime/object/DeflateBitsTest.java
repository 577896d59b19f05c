package org.mlanalytics.runtime.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DeflateBitsTest {

  private static final int FARTHEST = 1 << 15;
  private static final int COPIES_OF_A_BLOCK = 200;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final DeflateBits bits = new DeflateBits(1 << 16, (1 << 16) - 1);

  @Test
  void everyDistanceAndEveryLengthIsUnderstood() throws IOException {
    byte[] content = new byte[FARTHEST + FARTHEST * DeflateBits.LONGEST];
    new Random(1).nextBytes(content);
    int end = FARTHEST;
    bits.header();
    bits.beginBlock(false);
    bits.literals(content, 0, end);
    bits.endBlock(content, 0, end, false);
    for (int distance = 1; distance <= FARTHEST; ) {
      bits.beginBlock(distance > FARTHEST - COPIES_OF_A_BLOCK);
      int start = end;
      boolean last = distance > FARTHEST - COPIES_OF_A_BLOCK;
      for (int i = 0; i < COPIES_OF_A_BLOCK && distance <= FARTHEST; i++, distance++) {
        int length = DeflateBits.SHORTEST + distance % (DeflateBits.LONGEST - 2);
        bits.copy(length, distance);
        for (int to = end + length; end < to; end++) {
          content[end] = content[end - distance];
        }
      }
      bits.endBlock(content, start, end, last);
      bits.writeTo(out);
    }
    assertUnpacked(Arrays.copyOf(content, end));
  }

  @Test
  void everyLiteralIsUnderstood() throws IOException {
    byte[] content = new byte[256];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) i;
    }
    bits.header();
    bits.beginBlock(true);
    bits.literals(content, 0, 256);
    // content that would be longer as it is, so that it is not stored
    bits.endBlock(new byte[1000], 0, 1000, true);

    assertUnpacked(content);
  }

  private void assertUnpacked(byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    bits.trailer((int) crc.getValue(), content.length);
    bits.writeTo(out);
    assertArrayEquals(
        content, new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes());
  }
}
