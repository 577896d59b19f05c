package org.mlanalytics.core.source;

/**
 * A source document breaks a rule. Raised while a document is read, caught by the entry point of
 * the row rules, where it becomes a rejected document. It carries no stack trace, because bad input
 * is an ordinary case, and never a value of the document, because those are personal data.
 */
public final class RuleViolation extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String path;
  private final String detail;

  /**
   * A violation.
   *
   * @param code the whole reason code, such as {@code wrong-type:tasks[].name}
   * @param path the path without indexes, empty for the document itself
   * @param detail what was found where; no value of the document
   */
  public RuleViolation(String code, String path, String detail) {
    super(null, null, false, false);
    this.code = code;
    this.path = path;
    this.detail = detail;
  }

  /** {@code wrong-type:<path>}: the value cannot be read as what the rule needs. */
  public static RuleViolation wrongType(Value value, String due) {
    return at("wrong-type:", value, value.type() + " where " + due + " is due");
  }

  /** {@code missing:<path>}: a mandatory field is missing or null. */
  public static RuleViolation missing(Value value) {
    return at("missing:", value, value.type() + " where a value is mandatory");
  }

  /** {@code timestamp:<path>}: not an instant with a zone, or outside the accepted range. */
  public static RuleViolation timestamp(Value value) {
    return at(
        "timestamp:", value, value.type() + " that is no instant of 1970 to 2100 with a zone");
  }

  /** {@code malformed:<encoding>}: the bytes of the document cannot be read. */
  public static RuleViolation malformed(String encoding, String detail) {
    return new RuleViolation("malformed:" + encoding, "", detail);
  }

  /** {@code not-json}: the bytes are no JSON document. */
  public static RuleViolation notJson(String detail) {
    return new RuleViolation("not-json", "", detail);
  }

  /** {@code not-utf8}: the bytes are no UTF-8. */
  public static RuleViolation notUtf8(String detail) {
    return new RuleViolation("not-utf8", "", detail);
  }

  /**
   * The same in a document that was looked up for another one: {@code wrong-type:name} becomes
   * {@code wrong-type:solutions.name}.
   *
   * @param collection where the looked-up document is from
   */
  public RuleViolation in(String collection) {
    String where = path.isEmpty() ? collection : collection + '.' + path;
    boolean named = !path.isEmpty() && code.endsWith(path);
    return new RuleViolation(
        named ? code.substring(0, code.length() - path.length()) + where : code,
        where,
        detail + " of " + collection);
  }

  private static RuleViolation at(String kind, Value value, String found) {
    String path = value.path();
    String location = value.location();
    return new RuleViolation(
        kind + path, path, location.isEmpty() ? found : found + " at " + location);
  }

  /** The whole reason code, such as {@code missing:_id}. */
  public String code() {
    return code;
  }

  /** The path of the value, without list indexes. */
  public String path() {
    return path;
  }

  /** The type found and where, with list indexes; no value of the document. */
  public String detail() {
    return detail;
  }

  @Override
  public String getMessage() {
    return code + ": " + detail;
  }
}
