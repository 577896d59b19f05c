package org.mlanalytics.files.checking.report;

import java.io.IOException;
import java.io.Writer;

/** A page in the making. What is not written here in the code goes through {@link #text}. */
final class Html {

  private final Writer out;

  Html(Writer out) {
    this.out = out;
  }

  /** Markup, as it stands in the code. */
  Html raw(String markup) throws IOException {
    out.write(markup);
    return this;
  }

  /** Any text, made harmless within an element or a quoted attribute; control characters show. */
  Html text(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '&' -> out.write("&amp;");
        case '"' -> out.write("&quot;");
        case '\'' -> out.write("&#39;");
        case '\n' -> out.write("\u240A");
        case '\t' -> out.write("\u2409");
        default -> out.write(shown(text, i));
      }
    }
    return this;
  }

  /**
   * Controls as their pictures; what could turn the direction of the page, or is no character, not.
   */
  private static char shown(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x20) {
      return (char) (0x2400 + c);
    }
    boolean alone =
        (Character.isHighSurrogate(c)
                && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))))
            || (Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1))));
    boolean unseen =
        c == 0x7F
            || (c >= 0x80 && c < 0xA0)
            || (c >= 0x202A && c <= 0x202E)
            || (c >= 0x2066 && c <= 0x2069)
            || c >= 0xFFFE;
    return alone || unseen ? '\uFFFD' : c;
  }
}
