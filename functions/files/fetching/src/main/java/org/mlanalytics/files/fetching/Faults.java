package org.mlanalytics.files.fetching;

import static org.mlanalytics.files.fetching.RefusalReason.BODY_CUT_OFF;
import static org.mlanalytics.files.fetching.RefusalReason.CONNECTION_LOST;
import static org.mlanalytics.files.fetching.RefusalReason.HEADERS_TOO_LARGE;
import static org.mlanalytics.files.fetching.RefusalReason.IDLE_TIMED_OUT;
import static org.mlanalytics.files.fetching.RefusalReason.RESPONSE_INVALID;
import static org.mlanalytics.files.fetching.RefusalReason.TOTAL_TIMED_OUT;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** What an exception of the connection says about the source. */
final class Faults {

  private Faults() {}

  /** The same exception if it is a refusal already, or one of the sink. */
  static IOException of(IOException fault, Origin origin, Deadline deadline) {
    if (fault instanceof FetchRefusedException || fault instanceof Intake.SinkException) {
      return fault;
    }
    return new FetchRefusedException(reason(fault, deadline), origin.toString(), fault);
  }

  static FetchRefusedException of(HttpException fault, Origin origin) {
    return new FetchRefusedException(RESPONSE_INVALID, origin.toString(), fault);
  }

  private static RefusalReason reason(IOException fault, Deadline deadline) {
    if (fault instanceof SocketTimeoutException) {
      return deadline.isOver() ? TOTAL_TIMED_OUT : IDLE_TIMED_OUT;
    }
    if (fault instanceof MessageConstraintException) {
      return HEADERS_TOO_LARGE;
    }
    if (fault instanceof NoHttpResponseException) {
      return CONNECTION_LOST;
    }
    if (fault instanceof ConnectionClosedException || fault instanceof TruncatedChunkException) {
      return BODY_CUT_OFF;
    }
    return fault instanceof MalformedChunkCodingException ? RESPONSE_INVALID : CONNECTION_LOST;
  }
}
