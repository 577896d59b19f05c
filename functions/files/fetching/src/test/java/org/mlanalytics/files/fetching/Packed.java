package org.mlanalytics.files.fetching;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Packed content for tests. */
final class Packed {

  private Packed() {}

  static byte[] gzip(byte[] content) {
    return packed(content, GZIPOutputStream::new);
  }

  static byte[] zstd(byte[] content) {
    return packed(content, ZstdOutputStream::new);
  }

  static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] packed(byte[] content, Packer packer) {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = packer.over(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }
}
