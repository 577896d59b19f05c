package org.mlanalytics.files.checking.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.reason.ReasonCode;

/**
 * The rows of a file of delimited fields (RFC 4180: CRLF, LF or CR, quotes doubled, newlines within
 * quotes). Empty lines are passed over. Broken quoting ends the reading: what follows has no rows.
 */
public final class CsvSource implements RowSource {

  /** How FastCSV begins the message of the one fault that it does not tell by a type. */
  private static final String BUFFER_FULL = "The maximum buffer size";

  /** FastCSV reads 8,192 chars at once behind the field that it holds. */
  private static final int READ_AHEAD = 2 * 8192;

  private final Iterator<Boolean> records;
  private final Handler handler;
  private final int maxFieldChars;

  /**
   * @param maxFieldChars a longer field ends the reading, and is never held whole
   */
  public CsvSource(Reader text, FileFormat format, int maxFieldChars) {
    this.maxFieldChars = maxFieldChars;
    this.handler = new Handler(maxFieldChars);
    this.records =
        CsvReader.builder()
            .fieldSeparator(format.delimiter())
            .quoteCharacter(format.quote())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(maxFieldChars + READ_AHEAD)
            .build(handler, text)
            .iterator();
  }

  @Override
  public boolean next(RawRow into) throws IOException {
    handler.row = into;
    try {
      return records.hasNext() && records.next();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() != null) {
        throw unwrapped(e.getCause());
      }
      throw e.getMessage().startsWith(BUFFER_FULL)
          ? tooLarge()
          : new FileRefusedException(
              ReasonCode.BAD_QUOTING, handler.line(), "quotes stand around a whole field");
    }
  }

  @Override
  public long emptyLines() {
    return handler.emptyLines;
  }

  private IOException unwrapped(Throwable cause) {
    if (cause instanceof FieldTooLarge) {
      return tooLarge();
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IOException(cause);
  }

  private FileRefusedException tooLarge() {
    return new FileRefusedException(
        ReasonCode.FIELD_TOO_LARGE,
        handler.line(),
        "at most " + maxFieldChars + " characters; look for a quote that does not close");
  }

  private static final class Handler extends AbstractBaseCsvCallbackHandler<Boolean> {

    private final int maxFieldChars;
    private RawRow row;
    private long emptyLines;

    Handler(int maxFieldChars) {
      this.maxFieldChars = maxFieldChars;
    }

    long line() {
      return getStartingLineNumber();
    }

    @Override
    protected void handleBegin(long line) {
      row.begin(line);
    }

    @Override
    protected void handleField(int field, char[] buf, int offset, int len, boolean quoted) {
      if (len > maxFieldChars) {
        throw new FieldTooLarge();
      }
      row.add(buf, offset, len);
    }

    @Override
    protected void handleEmpty() {
      emptyLines++;
    }

    @Override
    protected Boolean buildRecord() {
      return Boolean.TRUE;
    }
  }

  private static final class FieldTooLarge extends RuntimeException {

    FieldTooLarge() {
      super(null, null, false, false);
    }
  }
}
