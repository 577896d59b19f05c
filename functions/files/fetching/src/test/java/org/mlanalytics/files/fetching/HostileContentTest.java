package org.mlanalytics.files.fetching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is landed as it came, under whatever label, and is refused when it is opened. */
class HostileContentTest {

  private static final UnpackLimits LIMITS = new UnpackLimits(64 << 20, 200);

  static Stream<Arguments> contents() {
    byte[] zeros = new byte[16 << 20];
    byte[] page = "<!DOCTYPE html><title>Sign in".getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        Arguments.of("a bomb", "text/csv", Packed.gzip(zeros), Packing.GZIP, "ratio-too-high"),
        Arguments.of("zstd bomb", "text/csv", Packed.zstd(zeros), Packing.ZSTD, "ratio-too-high"),
        Arguments.of("packed", "text/csv", Packed.gzip(page), Packing.NONE, "type-wrong"),
        Arguments.of("plain", "application/gzip", page, Packing.GZIP, "type-wrong"),
        Arguments.of("a login page", "text/csv", page, Packing.NONE, "type-wrong"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void refused(String what, String label, byte[] content, Packing packing, String code)
      throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + label
            + "\r\nContent-Encoding: gzip\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    byte[] answer = Packed.joined(head.getBytes(StandardCharsets.ISO_8859_1), content);
    var landed = new ByteArrayOutputStream();
    try (var server = ScriptedServer.on(World.PERMITTED, out -> out.write(answer))) {
      World.fetcher().fetch(World.at(server), World.policy(server).build(), landed);
    }
    assertArrayEquals(content, landed.toByteArray());
    var refusal = assertThrows(FetchRefusedException.class, () -> read(landed, packing));
    assertEquals(code, refusal.reason().code());
  }

  private static void read(ByteArrayOutputStream landed, Packing packing) throws IOException {
    var raw = new ByteArrayInputStream(landed.toByteArray());
    try (InputStream in = Unpacker.open(raw, packing, LIMITS)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
