package org.mlanalytics.files.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.source.DecodingReader;
import org.mlanalytics.files.checking.source.RawRow;

/** The names in the first row of a file, without blanks around them. */
final class Header {

  private Header() {}

  /**
   * @param any whether the file has a first row
   */
  static List<String> read(boolean any, RawRow raw, int maxColumns) throws FileRefusedException {
    if (!any) {
      throw new FileRefusedException(ReasonCode.EMPTY_FILE, 0, ReasonCode.EMPTY_FILE.meaning());
    }
    if (raw.fields() > maxColumns) {
      throw new FileRefusedException(
          ReasonCode.TOO_MANY_COLUMNS, raw.line(), raw.fields() + ", at most " + maxColumns);
    }
    if (raw.tooLarge()) {
      throw new FileRefusedException(
          ReasonCode.ROW_TOO_LARGE, raw.line(), "the header is longer than a row may be");
    }
    List<String> names = new ArrayList<>(raw.fields());
    for (int i = 0; i < raw.fields(); i++) {
      String name = raw.text(i).strip();
      if (name.indexOf('\0') >= 0) {
        throw new FileRefusedException(ReasonCode.NUL_CHARACTER, raw.line(), "column " + (i + 1));
      }
      if (name.indexOf(DecodingReader.INVALID) >= 0) {
        throw new FileRefusedException(ReasonCode.INVALID_BYTES, raw.line(), "column " + (i + 1));
      }
      names.add(name);
    }
    requireNames(names, raw.line());
    return names;
  }

  private static void requireNames(List<String> header, long line) throws FileRefusedException {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (name.isBlank()) {
        throw new FileRefusedException(ReasonCode.EMPTY_HEADER, line, "column " + (i + 1));
      }
      if (!seen.add(name)) {
        throw new FileRefusedException(
            ReasonCode.DUPLICATE_HEADER, line, Binding.names(List.of(name)));
      }
    }
  }
}
