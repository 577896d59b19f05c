package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.TYPE_WRONG;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a file says it is by its first bytes, whatever a header or a name says. */
final class FirstBytes {

  private static final int LOOK = 32;

  private static final Kind GZIP = kind("gzip", 0x1f, 0x8b);
  private static final Kind ZSTD = kind("zstd", 0x28, 0xb5, 0x2f, 0xfd);

  private static final List<Kind> NOT_TEXT =
      List.of(
          GZIP,
          ZSTD,
          kind("zip or a spreadsheet", 'P', 'K', 3, 4),
          kind("bzip2", 'B', 'Z', 'h', '9', '1', 'A', 'Y'),
          kind("xz", 0xfd, '7', 'z', 'X', 'Z', 0),
          kind("7z", '7', 'z', 0xbc, 0xaf, 0x27, 0x1c),
          kind("an old spreadsheet", 0xd0, 0xcf, 0x11, 0xe0),
          kind("PDF", '%', 'P', 'D', 'F', '-'),
          kind("Parquet", 'P', 'A', 'R', '1', 0x15),
          kind("a program", 0x7f, 'E', 'L', 'F'));

  /** A page instead of the file: what a login or an error mostly looks like. */
  private static final List<String> PAGES = List.of("<!doctype html", "<html", "<?xml");

  private FirstBytes() {}

  /** Refuses a file that does not begin like the packing. */
  static void require(Packing packing, InputStream in) throws IOException {
    byte[] first = peek(in);
    boolean fits =
        switch (packing) {
          case NONE -> true;
          case GZIP -> GZIP.begins(first);
          case ZSTD -> ZSTD.begins(first);
        };
    if (!fits) {
      throw new FetchRefusedException(
          TYPE_WRONG, "does not begin like " + packing.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Refuses content that is known as something else than text of rows. */
  static void requireText(InputStream in) throws IOException {
    byte[] first = peek(in);
    for (Kind kind : NOT_TEXT) {
      if (kind.begins(first)) {
        throw new FetchRefusedException(TYPE_WRONG, "begins like " + kind.name);
      }
    }
    String text = new String(first, StandardCharsets.UTF_8).replace("\ufeff", "");
    String start = text.strip().toLowerCase(Locale.ROOT);
    if (PAGES.stream().anyMatch(start::startsWith)) {
      throw new FetchRefusedException(TYPE_WRONG, "begins like a page");
    }
  }

  private static byte[] peek(InputStream in) throws IOException {
    in.mark(LOOK);
    byte[] first = in.readNBytes(LOOK);
    in.reset();
    return first;
  }

  private static Kind kind(String name, int... bytes) {
    byte[] magic = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      magic[i] = (byte) bytes[i];
    }
    return new Kind(name, magic);
  }

  private record Kind(String name, byte[] magic) {
    boolean begins(byte[] first) {
      return first.length >= magic.length
          && Arrays.equals(magic, 0, magic.length, first, 0, magic.length);
    }
  }
}
