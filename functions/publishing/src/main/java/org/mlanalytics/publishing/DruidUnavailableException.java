package org.mlanalytics.publishing;

import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** Druid does not answer, or answers 429 or 5xx: the call may be repeated. */
public class DruidUnavailableException extends AnalyticsException {

  DruidUnavailableException(String detail, Throwable cause) {
    super(ErrorCode.DRUID_UNAVAILABLE, detail, cause);
  }
}
