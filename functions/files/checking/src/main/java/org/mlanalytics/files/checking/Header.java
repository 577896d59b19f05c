package org.mlanalytics.files.checking;

import java.util.ArrayList;
import java.util.List;
import org.mlanalytics.files.checking.reason.FileRefusedException;
import org.mlanalytics.files.checking.reason.ReasonCode;
import org.mlanalytics.files.checking.source.DecodingReader;
import org.mlanalytics.files.checking.source.RawRow;

/** The names in the first row of a file, without blanks around them. */
final class Header {

  private Header() {}

  static List<String> names(RawRow raw) throws FileRefusedException {
    if (raw.tooLarge()) {
      throw new FileRefusedException(
          ReasonCode.FIELD_TOO_LARGE, raw.line(), "the header is longer than a row may be");
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
    return names;
  }
}
