package org.mlanalytics.files.checking.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * How a file of rows is written, already unpacked. A byte order mark of UTF-8 or UTF-16 in the file
 * wins over the declared encoding.
 *
 * @param kind the syntax
 * @param delimiter between fields; not used for JSON lines
 * @param quote around fields that hold a delimiter, a quote (doubled) or a newline
 * @param encoding of a file without a byte order mark: UTF-8, UTF-16LE, UTF-16BE, ISO-8859-1,
 *     windows-1252, US-ASCII
 * @param header whether the first row holds the names of the columns
 */
public record FileFormat(Kind kind, char delimiter, char quote, Encoding encoding, boolean header) {

  /** The syntax of a file. */
  public enum Kind {
    CSV,
    TSV,
    JSON_LINES
  }

  /** The encodings that are read. */
  public enum Encoding {
    UTF_8("utf-8", StandardCharsets.UTF_8),
    UTF_16LE("utf-16le", StandardCharsets.UTF_16LE),
    UTF_16BE("utf-16be", StandardCharsets.UTF_16BE),
    ISO_8859_1("iso-8859-1", StandardCharsets.ISO_8859_1),
    /** Decoded here: a native executable holds only the charsets every JVM must have. */
    WINDOWS_1252("windows-1252", StandardCharsets.ISO_8859_1),
    US_ASCII("us-ascii", StandardCharsets.US_ASCII);

    private final String label;
    private final Charset charset;

    Encoding(String label, Charset charset) {
      this.label = label;
      this.charset = charset;
    }

    /** The encoding's name as IANA has it, in lower case. */
    public String label() {
      return label;
    }

    Charset charset() {
      return charset;
    }

    /**
     * The encoding of that name.
     *
     * @throws IllegalArgumentException for any other
     */
    public static Encoding of(String label) {
      for (Encoding encoding : values()) {
        if (encoding.label.equals(label.toLowerCase(Locale.ROOT))) {
          return encoding;
        }
      }
      throw new IllegalArgumentException("unknown encoding: " + label);
    }
  }

  public FileFormat {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(encoding, "encoding");
    if (kind != Kind.JSON_LINES
        && (delimiter == quote || isLineBreak(delimiter) || isLineBreak(quote))) {
      throw new IllegalArgumentException("delimiter and quote differ, and are no line breaks");
    }
  }

  /** Fields between commas, quoted by {@code "}, UTF-8, with a header. */
  public static FileFormat csv() {
    return new FileFormat(Kind.CSV, ',', '"', Encoding.UTF_8, true);
  }

  /** Fields between tabs, else as {@link #csv()}. */
  public static FileFormat tsv() {
    return new FileFormat(Kind.TSV, '\t', '"', Encoding.UTF_8, true);
  }

  /** One JSON object a line, UTF-8. */
  public static FileFormat jsonLines() {
    return new FileFormat(Kind.JSON_LINES, ',', '"', Encoding.UTF_8, false);
  }

  /**
   * The format of that name: {@code csv}, {@code tsv}, {@code jsonl}.
   *
   * @throws IllegalArgumentException for any other
   */
  public static FileFormat of(String name) {
    return switch (name) {
      case "csv" -> csv();
      case "tsv" -> tsv();
      case "jsonl" -> jsonLines();
      default -> throw new IllegalArgumentException("unknown format: " + name);
    };
  }

  /** The same with another delimiter. */
  public FileFormat delimitedBy(char other) {
    return new FileFormat(kind, other, quote, encoding, header);
  }

  /** The same with another encoding. */
  public FileFormat encodedIn(Encoding other) {
    return new FileFormat(kind, delimiter, quote, other, header);
  }

  /** The same without a header: the columns are those of the schema, in its order. */
  public FileFormat withoutHeader() {
    return new FileFormat(kind, delimiter, quote, encoding, false);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
