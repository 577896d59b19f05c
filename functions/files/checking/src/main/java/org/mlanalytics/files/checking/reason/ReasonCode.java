package org.mlanalytics.files.checking.reason;

/** Why a row is put aside, or a whole file is refused. The codes are stable. */
public enum ReasonCode {
  EMPTY_FILE("empty-file", true, "the file has no header"),
  UNSUPPORTED_ENCODING("unsupported-encoding", true, "an encoding that is not read, as UTF-32"),
  EMPTY_HEADER("empty-header", true, "a column without a name"),
  DUPLICATE_HEADER("duplicate-header", true, "two columns with one name"),
  MISSING_COLUMN("missing-column", true, "a required column is not in the header"),
  TOO_MANY_COLUMNS("too-many-columns", true, "more columns than the limit"),
  TOO_MANY_ROWS("too-many-rows", true, "more rows than the limit"),
  TOO_MANY_KEYS("too-many-keys", true, "more rows than the limit for unique keys"),
  TOO_MANY_QUARANTINED(
      "too-many-quarantined", true, "more rows put aside than the threshold allows"),
  FIELD_TOO_LARGE(
      "field-too-large", true, "a field longer than the limit, often a quote that does not close"),
  BAD_QUOTING(
      "bad-quoting", true, "text after a closing quote, or a quote that is open at the end"),

  UNKNOWN_COLUMN("unknown-column", false, "a column that the schema does not know and refuses"),
  TOO_FEW_FIELDS("too-few-fields", false, "fewer fields than the header"),
  TOO_MANY_FIELDS("too-many-fields", false, "more fields than the header"),
  ROW_TOO_LARGE("row-too-large", false, "a row longer than the limit"),
  INVALID_BYTES("invalid-bytes", false, "bytes that are no text in the file's encoding"),
  NUL_CHARACTER("nul-character", false, "a NUL character"),
  NOT_JSON("not-json", false, "a line that is no JSON object"),
  NESTED_VALUE("nested-value", false, "a list or an object where a single value is due"),
  REPEATED_NAME("repeated-name", false, "a JSON object that has a name twice"),
  MISSING("missing", false, "no value in a required column"),
  WRONG_TYPE("wrong-type", false, "a value that is not of the column's type"),
  NO_ZONE("no-zone", false, "a time without a zone, and the schema names none"),
  NO_SUCH_TIME("no-such-time", false, "a local time that the zone skips"),
  OUT_OF_RANGE("out-of-range", false, "a value below the minimum or above the maximum"),
  NO_MATCH("no-match", false, "a text that does not match the pattern"),
  PATTERN_TOO_COSTLY("pattern-too-costly", false, "matching the pattern took too many steps"),
  NOT_ALLOWED("not-allowed", false, "a value that is not in the list or code table"),
  DUPLICATE_KEY("duplicate-key", false, "the unique key of an earlier row of the file");

  private final String code;
  private final boolean refusesFile;
  private final String meaning;

  ReasonCode(String code, boolean refusesFile, String meaning) {
    this.code = code;
    this.refusesFile = refusesFile;
    this.meaning = meaning;
  }

  /** The code as it stands in reports and quarantine: lower case, words joined by {@code -}. */
  public String code() {
    return code;
  }

  /** Whether the whole file is refused; else only the row is put aside. */
  public boolean refusesFile() {
    return refusesFile;
  }

  /** The code in a few words. */
  public String meaning() {
    return meaning;
  }
}
