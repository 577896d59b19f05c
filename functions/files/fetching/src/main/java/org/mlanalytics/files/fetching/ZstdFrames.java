package org.mlanalytics.files.fetching;

import java.io.IOException;
import java.io.InputStream;

/**
 * Lets zstd (RFC 8878) pass whose frames can be unpacked in little memory. The unpacker keeps as
 * much as a frame asks for before it gives a byte of it, so limits on what comes out would come too
 * late: a few bytes could ask for gigabytes.
 */
final class ZstdFrames extends InputStream {

  /** What every decoder has to support, and the most that zstd takes by itself up to level 19. */
  private static final long LARGEST_WINDOW = 8 << 20;

  private static final int LARGEST_BLOCK = 128 << 10;
  private static final int MAGIC = 0xfd2fb528;
  private static final int RLE = 1;

  private final InputStream in;
  private Part part = Part.MAGIC;
  private int needed = 4;
  private int collected;
  private long value;
  private int descriptor;
  private int skipped;

  private enum Part {
    MAGIC,
    DESCRIPTOR,
    HEADER,
    BLOCK_HEADER
  }

  ZstdFrames(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = in.read(buffer, offset, length);
    for (int i = 0; i < n; ) {
      int step = Math.min(skipped, n - i);
      skipped -= step;
      i += step;
      if (i < n) {
        collect(buffer[offset + i] & 0xff);
        i++;
      }
    }
    return n;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Numbers of zstd have their lowest byte first. */
  private void collect(int next) throws FetchRefusedException {
    if (part == Part.HEADER) {
      header(next);
    } else {
      value |= (long) next << (8 * collected);
    }
    collected++;
    if (collected == needed) {
      finish();
    }
  }

  private void finish() throws FetchRefusedException {
    switch (part) {
      case MAGIC -> {
        if ((int) value != MAGIC) {
          throw Unpacker.invalid("something that is not a frame of zstd", null);
        }
        expect(Part.DESCRIPTOR, 1);
      }
      case DESCRIPTOR -> {
        descriptor = (int) value;
        expect(Part.HEADER, windowBytes() + dictionaryBytes() + sizeBytes());
      }
      case HEADER -> {
        if (isSingleSegment() && size() > LARGEST_WINDOW) {
          throw tooLarge();
        }
        expect(Part.BLOCK_HEADER, 3);
      }
      case BLOCK_HEADER -> block((int) value);
    }
  }

  private void header(int next) throws FetchRefusedException {
    if (collected < windowBytes()) {
      long base = 1L << (10 + (next >>> 3));
      if (base + base / 8 * (next & 7) > LARGEST_WINDOW) {
        throw tooLarge();
      }
    } else if (collected >= needed - sizeBytes()) {
      value |= (long) next << (8 * (collected - needed + sizeBytes()));
    }
  }

  private void block(int header) throws FetchRefusedException {
    int size = header >>> 3;
    if (size > LARGEST_BLOCK) {
      throw Unpacker.invalid("a block of zstd is too large", null);
    }
    skipped = (header >>> 1 & 3) == RLE ? 1 : size;
    if ((header & 1) != 0) {
      skipped += (descriptor & 4) == 0 ? 0 : 4;
      expect(Part.MAGIC, 4);
    } else {
      expect(Part.BLOCK_HEADER, 3);
    }
  }

  private void expect(Part next, int bytes) {
    part = next;
    needed = bytes;
    collected = 0;
    value = 0;
  }

  private boolean isSingleSegment() {
    return (descriptor & 0x20) != 0;
  }

  private int windowBytes() {
    return isSingleSegment() ? 0 : 1;
  }

  private int dictionaryBytes() {
    int flag = descriptor & 3;
    return flag == 3 ? 4 : flag;
  }

  private int sizeBytes() {
    int flag = descriptor >>> 6;
    return flag == 0 ? (isSingleSegment() ? 1 : 0) : 1 << flag;
  }

  /** Two bytes count from 256; eight may be beyond a long. */
  private long size() {
    long size = sizeBytes() == 2 ? value + 256 : value;
    return size < 0 ? Long.MAX_VALUE : size;
  }

  private static FetchRefusedException tooLarge() {
    return Unpacker.invalid("zstd asks for more memory than 8 MiB", null);
  }
}
