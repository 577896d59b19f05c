package org.mlanalytics.runtime.error;

/**
 * A fault with a stable code. The message may be shown to operators: it never holds personal data.
 */
public class AnalyticsException extends RuntimeException {

  private final ErrorCode code;

  /**
   * @param code what went wrong
   * @param detail what exactly, for operators
   */
  public AnalyticsException(ErrorCode code, String detail) {
    this(code, detail, null);
  }

  /**
   * @param code what went wrong
   * @param detail what exactly, for operators
   * @param cause where it came from
   */
  public AnalyticsException(ErrorCode code, String detail, Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  /** The stable code. */
  public ErrorCode code() {
    return code;
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  public boolean isTransient() {
    return code.status() == 503;
  }
}
