package org.mlanalytics.files.checking.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.mlanalytics.files.checking.reason.Reason;
import org.mlanalytics.files.checking.reason.ReasonCode;

/**
 * The rows of a file of JSON objects, one a line. A line that is none is a row with a fault, whose
 * only field is the line; the next line is read all the same. Numbers and booleans are handed on as
 * they were written.
 */
public final class JsonLinesSource implements RowSource {

  private static final char[] TRUE = "true".toCharArray();
  private static final char[] FALSE = "false".toCharArray();

  private final LineReader lines;
  private final Keys keys;
  private final int maxFieldChars;
  private final JsonFactory json;
  private long emptyLines;

  /** For each field the row in which it was seen last. */
  private long[] seen;

  private long row;

  public JsonLinesSource(Reader text, Keys keys, int maxFieldChars, int maxRowChars) {
    this.lines = new LineReader(text, maxRowChars);
    this.keys = keys;
    this.maxFieldChars = maxFieldChars;
    this.seen = new long[Math.max(16, keys.size())];
    // a line is bounded already
    this.json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(maxRowChars)
                    .maxNumberLength(maxRowChars)
                    .maxNestingDepth(64)
                    .build())
            .build();
  }

  @Override
  public boolean next(RawRow into) throws IOException {
    while (lines.next()) {
      if (lines.blank() && !lines.tooLong()) {
        emptyLines++;
      } else {
        read(into);
        return true;
      }
    }
    return false;
  }

  @Override
  public long emptyLines() {
    return emptyLines;
  }

  private void read(RawRow into) throws IOException {
    row++;
    into.begin(lines.number());
    if (lines.tooLong()) {
      into.fault(fault(ReasonCode.ROW_TOO_LARGE, null));
      return;
    }
    Reason fault;
    try (JsonParser parser = json.createParser(lines.chars(), 0, lines.length())) {
      fault = object(parser, into);
    } catch (JacksonException e) {
      fault = fault(ReasonCode.NOT_JSON, null);
    }
    if (fault != null) {
      into.begin(lines.number());
      into.add(lines.chars(), 0, lines.length());
      into.fault(fault);
    }
  }

  private Reason object(JsonParser parser, RawRow into) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return fault(ReasonCode.NOT_JSON, null);
    }
    into.absent(keys.size());
    Reason fault = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (Surrogates.anyAlone(name)) {
        return fault(ReasonCode.INVALID_BYTES, null);
      }
      int field = keys.place(name);
      JsonToken token = parser.nextToken();
      Reason here =
          field < 0 ? unknown(parser, token, name) : value(parser, token, name, field, into);
      fault = fault == null ? here : fault;
    }
    return parser.nextToken() == null ? fault : fault(ReasonCode.NOT_JSON, null);
  }

  private Reason unknown(JsonParser parser, JsonToken token, String name) throws IOException {
    if (token.isStructStart()) {
      parser.skipChildren();
    }
    return keys.refuseUnknown() ? fault(ReasonCode.UNKNOWN_COLUMN, name) : null;
  }

  private Reason value(JsonParser parser, JsonToken token, String name, int field, RawRow into)
      throws IOException {
    into.widen(field + 1);
    if (field >= seen.length) {
      seen = Arrays.copyOf(seen, 2 * field);
    }
    boolean repeated = seen[field] == row;
    seen[field] = row;
    if (token.isStructStart()) {
      parser.skipChildren();
      return fault(ReasonCode.NESTED_VALUE, name);
    }
    if (repeated) {
      return fault(ReasonCode.REPEATED_NAME, name);
    }
    switch (token) {
      case VALUE_NULL -> {
        return null;
      }
      case VALUE_TRUE -> into.set(field, TRUE, 0, TRUE.length);
      case VALUE_FALSE -> into.set(field, FALSE, 0, FALSE.length);
      default -> {
        if (parser.getTextLength() > maxFieldChars) {
          return fault(ReasonCode.ROW_TOO_LARGE, name);
        }
        return text(parser, name, field, into);
      }
    }
    return null;
  }

  private static Reason text(JsonParser parser, String name, int field, RawRow into)
      throws IOException {
    char[] chars = parser.getTextCharacters();
    int offset = parser.getTextOffset();
    int length = parser.getTextLength();
    if (Surrogates.anyAlone(chars, offset, length)) {
      return fault(ReasonCode.INVALID_BYTES, name);
    }
    into.set(field, chars, offset, length);
    return null;
  }

  private static Reason fault(ReasonCode code, String column) {
    String cut = column == null || column.length() <= 64 ? column : column.substring(0, 64) + "…";
    return new Reason(code, cut, code.meaning());
  }
}
