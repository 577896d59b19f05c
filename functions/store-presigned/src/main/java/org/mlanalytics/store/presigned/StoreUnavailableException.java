package org.mlanalytics.store.presigned;

import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** A server does not answer in time, or answers 408, 429 or 5xx: the call may be repeated. */
public class StoreUnavailableException extends AnalyticsException {

  StoreUnavailableException(String detail, Throwable cause) {
    super(ErrorCode.STORE_UNAVAILABLE, detail, cause);
  }

  /** Whether an answer with this status may be another one later. */
  static boolean isTold(int status) {
    return status == 408 || status == 429 || status >= 500;
  }
}
