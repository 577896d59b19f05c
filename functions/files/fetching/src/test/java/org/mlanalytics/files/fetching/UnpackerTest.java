package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mlanalytics.files.fetching.Packing.GZIP;
import static org.mlanalytics.files.fetching.Packing.NONE;
import static org.mlanalytics.files.fetching.Packing.ZSTD;
import static org.mlanalytics.files.fetching.RefusalReason.PACKING_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.RATIO_TOO_HIGH;
import static org.mlanalytics.files.fetching.RefusalReason.TYPE_WRONG;
import static org.mlanalytics.files.fetching.RefusalReason.UNPACKED_TOO_LARGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnpackerTest {

  private static final byte[] ROWS =
      "station,value\n1,2\n".repeat(4000).getBytes(StandardCharsets.UTF_8);
  private static final byte[] MORE = "3,4\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] ZEROS = new byte[8 << 20];

  /** Frames that ask for memory; the block in them is an empty one. */
  private static final byte[] ZSTD_OF_1_GIB = HexFormat.of().parseHex("28b52ffd00a0010000");

  private static final byte[] ZSTD_OF_1_TIB =
      HexFormat.of().parseHex("28b52ffde00000000000010000010000");

  private static final UnpackLimits LIMITS = new UnpackLimits(4 << 20, 100);

  @ParameterizedTest
  @EnumSource(Packing.class)
  void givesTheContent(Packing packing) throws IOException {
    assertEquals(text(ROWS), text(unpack(pack(packing, ROWS), packing)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Packing.class,
      names = {"GZIP", "ZSTD"})
  void severalMembersAreOneContent(Packing packing) throws IOException {
    byte[] members =
        Packed.joined(pack(packing, ROWS), pack(packing, new byte[0]), pack(packing, MORE));
    assertEquals(text(ROWS) + text(MORE), text(unpack(members, packing)));
  }

  @Test
  void anEmptyFileIsEmpty() throws IOException {
    assertEquals(0, unpack(new byte[0], NONE).length);
  }

  @Test
  void headersOfGzipAreSkipped() throws IOException {
    byte[] plain = Packed.gzip(MORE);
    byte[] header = Arrays.copyOf(plain, 10);
    header[3] = 2 + 4 + 8 + 16;
    byte[] extras = {3, 0, 'x', 'y', 'z', 'n', 0, 'c', 0, 1, 2};
    byte[] named = Packed.joined(header, extras, Arrays.copyOfRange(plain, 10, plain.length));
    assertEquals(text(MORE), text(unpack(named, GZIP)));
  }

  @Test
  void aFaultOfTheStoreIsNoFaultOfTheFile() {
    IOException lost = new IOException("lost");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw lost;
          }
        };
    assertSame(lost, assertThrows(IOException.class, () -> Unpacker.open(broken, GZIP, LIMITS)));
  }

  static Stream<Arguments> refused() {
    byte[] gzip = Packed.gzip(ROWS);
    byte[] zstd = Packed.zstd(ROWS);
    return Stream.of(
        arguments("a zip bomb", Packed.gzip(ZEROS), GZIP, RATIO_TOO_HIGH),
        arguments("a bomb of zstd", Packed.zstd(ZEROS), ZSTD, RATIO_TOO_HIGH),
        arguments("a large file", large(), NONE, UNPACKED_TOO_LARGE),
        arguments("a large file in gzip", Packed.gzip(large()), GZIP, UNPACKED_TOO_LARGE),
        arguments("a large file in zstd", Packed.zstd(large()), ZSTD, UNPACKED_TOO_LARGE),
        arguments("gzip cut off", Arrays.copyOf(gzip, gzip.length / 2), GZIP, PACKING_INVALID),
        arguments("gzip without its sum", cut(gzip, 8), GZIP, PACKING_INVALID),
        arguments("gzip with half a sum", cut(gzip, 6), GZIP, PACKING_INVALID),
        arguments("gzip with a wrong sum", flipped(gzip, gzip.length - 7), GZIP, PACKING_INVALID),
        arguments("gzip with a wrong size", flipped(gzip, gzip.length - 2), GZIP, PACKING_INVALID),
        arguments("gzip, then text", Packed.joined(gzip, MORE), GZIP, PACKING_INVALID),
        arguments(
            "gzip, then half a header",
            Packed.joined(gzip, Arrays.copyOf(gzip, 5)),
            GZIP,
            PACKING_INVALID),
        arguments("gzip of another method", flipped(gzip, 2), GZIP, PACKING_INVALID),
        arguments("gzip with reserved flags", with(gzip, 3, 0x80), GZIP, PACKING_INVALID),
        arguments("gzip damaged inside", flipped(gzip, 12), GZIP, PACKING_INVALID),
        arguments("zstd cut off", Arrays.copyOf(zstd, zstd.length / 2), ZSTD, PACKING_INVALID),
        arguments("zstd without its sum", cut(zstd, 2), ZSTD, PACKING_INVALID),
        arguments("zstd with a wrong sum", flipped(zstd, zstd.length - 1), ZSTD, PACKING_INVALID),
        arguments("zstd, then text", Packed.joined(zstd, MORE), ZSTD, PACKING_INVALID),
        arguments("zstd with a window of 1 GiB", ZSTD_OF_1_GIB, ZSTD, PACKING_INVALID),
        arguments(
            "the second frame with a window of 1 GiB",
            Packed.joined(zstd, ZSTD_OF_1_GIB),
            ZSTD,
            PACKING_INVALID),
        arguments("zstd of one segment of 1 TiB", ZSTD_OF_1_TIB, ZSTD, PACKING_INVALID),
        arguments("text as gzip", ROWS, GZIP, TYPE_WRONG),
        arguments("nothing as gzip", new byte[0], GZIP, TYPE_WRONG),
        arguments("zstd as gzip", zstd, GZIP, TYPE_WRONG),
        arguments("gzip as zstd", gzip, ZSTD, TYPE_WRONG),
        arguments("gzip as plain", gzip, NONE, TYPE_WRONG),
        arguments("gzip in gzip", Packed.gzip(gzip), GZIP, TYPE_WRONG),
        arguments("a spreadsheet", "PK\3\4...".getBytes(StandardCharsets.UTF_8), NONE, TYPE_WRONG),
        arguments("a login page", page("\ufeff <!DOCTYPE html><html>"), NONE, TYPE_WRONG),
        arguments("a page in gzip", Packed.gzip(page("<html>")), GZIP, TYPE_WRONG));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void refused(String what, byte[] file, Packing packing, RefusalReason reason) {
    var refusal = assertThrows(FetchRefusedException.class, () -> unpack(file, packing));
    assertEquals(reason, refusal.reason(), refusal.detail());
  }

  /** Whatever is done to a packed file, it is its content or a refusal. */
  @ParameterizedTest
  @EnumSource(
      value = Packing.class,
      names = {"GZIP", "ZSTD"})
  void damageIsSeen(Packing packing) throws IOException {
    Random random = new Random(7);
    byte[] whole = pack(packing, Arrays.copyOf(ROWS, 2000));
    for (int round = 0; round < 200; round++) {
      byte[] damaged = with(whole, random.nextInt(whole.length), random.nextInt(256));
      try {
        assertEquals(text(Arrays.copyOf(ROWS, 2000)), text(unpack(damaged, packing)));
      } catch (FetchRefusedException e) {
        assertFalse(e.detail().isEmpty());
      }
    }
  }

  private static byte[] unpack(byte[] file, Packing packing) throws IOException {
    try (InputStream content = Unpacker.open(new ByteArrayInputStream(file), packing, LIMITS)) {
      return content.readAllBytes();
    }
  }

  private static byte[] pack(Packing packing, byte[] content) {
    return switch (packing) {
      case NONE -> content;
      case GZIP -> Packed.gzip(content);
      case ZSTD -> Packed.zstd(content);
    };
  }

  private static byte[] large() {
    byte[] noise = new byte[5 << 20];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private static byte[] page(String start) {
    return start.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] cut(byte[] file, int bytes) {
    return Arrays.copyOf(file, file.length - bytes);
  }

  private static byte[] flipped(byte[] file, int at) {
    return with(file, at, file[at] ^ 0x10);
  }

  private static byte[] with(byte[] file, int at, int value) {
    byte[] changed = file.clone();
    changed[at] = (byte) value;
    return changed;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
