package org.mlanalytics.files.checking.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.source.FileFormat.Encoding;

/**
 * Decodes a file. Bytes that are no text become {@link #INVALID}, a code point that Unicode
 * guarantees never to be a character, so that the check finds them in their field; nothing is
 * replaced in silence.
 */
public final class DecodingReader extends Reader {

  /** Stands for bytes that could not be decoded. */
  public static final char INVALID = '\uFFFF';

  private static final int CHUNK = 64 * 1024;

  /** What windows-1252 has at 0x80 to 0x9F, where ISO-8859-1 has control characters. */
  private static final String WINDOWS_1252 =
      "\u20AC\uFFFF\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFF\u017D\uFFFF"
          + "\uFFFF\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFF\u017E\u0178";

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).limit(0);
  private final Encoding encoding;
  private final boolean marked;
  private final CharsetDecoder decoder;
  private boolean inputEnded;
  private long bytesRead;

  /**
   * Looks at the first bytes of the file for a byte order mark.
   *
   * @param declared used when there is none
   * @throws FileRefusedException for UTF-32
   */
  public DecodingReader(InputStream in, Encoding declared) throws IOException {
    this.in = in;
    while (bytes.remaining() < 4 && fill()) {
      // a mark has two to four bytes
    }
    Encoding found = mark();
    this.marked = found != null;
    this.encoding = marked ? found : declared;
    this.decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The encoding that is used. */
  public Encoding encoding() {
    return encoding;
  }

  /** Whether the file began with a byte order mark. */
  public boolean marked() {
    return marked;
  }

  /** Bytes taken from the file up to now. */
  public long bytesRead() {
    return bytesRead;
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer out = CharBuffer.wrap(chars, offset, length);
    int begin = out.position();
    boolean ended = false;
    while (out.position() == begin && !ended) {
      CoderResult result = decoder.decode(bytes, out, inputEnded);
      if (result.isError()) {
        bytes.position(bytes.position() + result.length());
        out.put(INVALID);
      } else if (result.isUnderflow()) {
        ended = inputEnded;
        if (out.position() == begin && !ended) {
          inputEnded = !fill();
        }
      } else if (out.position() == begin) {
        // a pair of surrogates does not fit into one char of room
        throw new IOException("room for two chars is needed");
      }
    }
    int count = out.position() - begin;
    if (encoding == Encoding.WINDOWS_1252) {
      toWindows1252(chars, offset, count);
    }
    return count == 0 ? -1 : count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    bytes.position(bytes.position() + Math.max(count, 0)).flip();
    bytesRead += Math.max(count, 0);
    return count >= 0;
  }

  private Encoding mark() throws FileRefusedException {
    if (startsWith(0xFF, 0xFE, 0, 0) || startsWith(0, 0, 0xFE, 0xFF)) {
      throw new FileRefusedException(ReasonCode.UNSUPPORTED_ENCODING, 1, "UTF-32");
    }
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      bytes.position(3);
      return Encoding.UTF_8;
    }
    if (startsWith(0xFF, 0xFE)) {
      bytes.position(2);
      return Encoding.UTF_16LE;
    }
    if (startsWith(0xFE, 0xFF)) {
      bytes.position(2);
      return Encoding.UTF_16BE;
    }
    return null;
  }

  private boolean startsWith(int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (i >= bytes.limit() || (bytes.get(i) & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static void toWindows1252(char[] chars, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      if (chars[i] >= 0x80 && chars[i] < 0xA0) {
        chars[i] = WINDOWS_1252.charAt(chars[i] - 0x80);
      }
    }
  }
}
