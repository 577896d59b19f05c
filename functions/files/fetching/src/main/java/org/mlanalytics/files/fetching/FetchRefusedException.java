package org.mlanalytics.files.fetching;

import java.io.IOException;

/**
 * A file that was not fetched or not unpacked, and why. The message is for the caller and says
 * nothing of the network; {@link #detail()} is for the operator. Neither holds a path, a query or
 * credentials.
 */
public final class FetchRefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final RefusalReason reason;
  private final String detail;

  FetchRefusedException(RefusalReason reason, String detail) {
    this(reason, detail, null);
  }

  FetchRefusedException(RefusalReason reason, String detail, Throwable cause) {
    super(reason.group().message(), cause);
    this.reason = reason;
    this.detail = detail;
  }

  public RefusalReason reason() {
    return reason;
  }

  /** What was seen, for the operator only: {@code files.example.org: 10.0.0.7 is private}. */
  public String detail() {
    return detail;
  }
}
