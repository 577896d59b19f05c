package org.mlanalytics.runtime.error;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.io.IOException;

/** Tells faults that pass by themselves from those that stay. */
public final class Faults {

  private Faults() {}

  /** Any fault as one with a code. */
  public static AnalyticsException coded(Throwable fault) {
    if (fault instanceof AnalyticsException known) {
      return known;
    }
    if (fault instanceof MongoException mongo && isAway(mongo)) {
      return new AnalyticsException(ErrorCode.SOURCE_UNAVAILABLE, fault.getMessage(), fault);
    }
    if (fault instanceof IOException) {
      return new AnalyticsException(ErrorCode.STORE_UNAVAILABLE, fault.toString(), fault);
    }
    return new AnalyticsException(ErrorCode.UNEXPECTED, fault.toString(), fault);
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  public static boolean mayPass(Throwable fault) {
    return fault instanceof AnalyticsException known
        ? known.isTransient()
        : fault instanceof MongoException mongo && isAway(mongo);
  }

  /** A server that refuses what it was told is not away: telling it again changes nothing. */
  private static boolean isAway(MongoException fault) {
    return fault instanceof MongoSocketException
        || fault instanceof MongoTimeoutException
        || fault instanceof MongoNotPrimaryException
        || fault instanceof MongoNodeIsRecoveringException
        || fault instanceof MongoCursorNotFoundException
        || fault.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
        || fault.hasErrorLabel("RetryableWriteError");
  }
}
