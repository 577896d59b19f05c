package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.PACKING_INVALID;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Opens a file that was landed as it came. Every stream that it gives ends with a {@link
 * FetchRefusedException} where the content is damaged, cut off, or beyond its limits; faults of the
 * packed stream itself are thrown on as they are.
 */
public final class Unpacker {

  private Unpacker() {}

  /**
   * The content of a file. Closing it closes the packed stream.
   *
   * @param packed the file as it came
   * @param packing how it is said to be packed
   * @param limits of what comes out
   * @throws FetchRefusedException if its first bytes are not those of the packing, or what it holds
   *     is known as something else than text
   */
  public static InputStream open(InputStream packed, Packing packing, UnpackLimits limits)
      throws IOException {
    CountedInput counted = new CountedInput(packed);
    InputStream source = new BufferedInputStream(counted);
    FirstBytes.require(packing, source);
    InputStream content =
        new BufferedInputStream(
            new LimitedInput(unpacked(source, packing), counted, limits, packing));
    FirstBytes.requireText(content);
    return content;
  }

  private static InputStream unpacked(InputStream source, Packing packing) throws IOException {
    return switch (packing) {
      case NONE -> source;
      case GZIP -> new GunzipInput(source);
      case ZSTD -> new ZstdInputStream(new ZstdFrames(source));
    };
  }

  static FetchRefusedException invalid(String detail, Throwable cause) {
    return new FetchRefusedException(PACKING_INVALID, detail, cause);
  }
}
