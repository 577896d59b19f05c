package org.mlanalytics.files.checking.source;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** Lines that end with LF or CRLF, in one buffer; of a line that is too long only its beginning. */
final class LineReader {

  private static final int CHUNK = 32 * 1024;

  private final Reader text;
  private final int maxChars;
  private final char[] chunk = new char[CHUNK];
  private int at;
  private int end;
  private char[] line = new char[4096];
  private int length;
  private boolean tooLong;
  private long number;

  LineReader(Reader text, int maxChars) {
    this.text = text;
    this.maxChars = maxChars;
  }

  /** Reads the next line. Returns false at the end of the text. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int stop = at;
      while (stop < end && chunk[stop] != '\n') {
        stop++;
      }
      append(at, stop - at);
      boolean ended = stop < end;
      at = ended ? stop + 1 : stop;
      if (ended) {
        break;
      }
    }
    number += any ? 1 : 0;
    return any;
  }

  char[] chars() {
    return line;
  }

  int length() {
    return length;
  }

  /** Whether the line is longer than the limit. */
  boolean tooLong() {
    return tooLong;
  }

  /** The number of the line, from 1. */
  long number() {
    return number;
  }

  boolean blank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private void append(int from, int count) {
    int taken = Math.min(count, maxChars - length);
    tooLong |= taken < count;
    if (taken > line.length - length) {
      line = Arrays.copyOf(line, Math.min(maxChars, Math.max(2 * line.length, length + taken)));
    }
    System.arraycopy(chunk, from, line, length, taken);
    length += taken;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, text.read(chunk, 0, CHUNK));
    return end > 0;
  }
}
