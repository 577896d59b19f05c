package org.mlanalytics.files.fetching;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952) to its last member. The JDK's own stream may end behind any member, and
 * takes whatever follows in silence: rows would be missing and nobody would know.
 */
final class GunzipInput extends InputStream {

  private static final int BUFFER = 8192;
  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;
  private static final int RESERVED = 0xe0;
  private static final int DEFLATE = 8;

  private final PushbackInputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;
  private boolean insideMember;

  GunzipInput(InputStream in) {
    this.in = new PushbackInputStream(in, BUFFER);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (insideMember || openMember()) {
      int n = inflate(target, offset, length);
      if (n > 0) {
        crc.update(target, offset, n);
        return n;
      }
      if (inflater.finished()) {
        closeMember();
      } else if (inflater.needsDictionary()) {
        throw Unpacker.invalid("gzip with a dictionary", null);
      } else {
        fill();
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private int inflate(byte[] target, int offset, int length) throws FetchRefusedException {
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw Unpacker.invalid("gzip is damaged", e);
    }
  }

  private void fill() throws IOException {
    buffered = in.read(buffer);
    if (buffered < 0) {
      throw Unpacker.invalid("gzip is cut off", null);
    }
    inflater.setInput(buffer, 0, buffered);
  }

  /** Reads the header of the next member; false at the end of the file. */
  private boolean openMember() throws IOException {
    int first = in.read();
    if (first < 0) {
      return false;
    }
    if (first != 0x1f || next() != 0x8b || next() != DEFLATE) {
      throw Unpacker.invalid("something that is not gzip behind a member", null);
    }
    int flags = next();
    if ((flags & RESERVED) != 0) {
      throw Unpacker.invalid("unknown flags of gzip", null);
    }
    // time (4), extra flags, system
    skip(6);
    if ((flags & FEXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & FNAME) != 0) {
      skipText();
    }
    if ((flags & FCOMMENT) != 0) {
      skipText();
    }
    if ((flags & FHCRC) != 0) {
      skip(2);
    }
    inflater.reset();
    crc.reset();
    insideMember = true;
    return true;
  }

  private void closeMember() throws IOException {
    int rest = inflater.getRemaining();
    in.unread(buffer, buffered - rest, rest);
    long sum = little();
    long size = little();
    if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw Unpacker.invalid("sum or size of a member of gzip is wrong", null);
    }
    insideMember = false;
  }

  private long little() throws IOException {
    return next() | next() << 8 | next() << 16 | (long) next() << 24;
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // until its end
    }
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      next();
    }
  }

  private int next() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw Unpacker.invalid("gzip is cut off", null);
    }
    return next;
  }
}
