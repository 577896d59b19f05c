package org.mlanalytics.files.ingestfile.callback;

import java.util.Locale;
import org.mlanalytics.files.fetching.FetchRefusedException;

/**
 * What came of an attempt.
 *
 * @param verdict what it means
 * @param result for the tenant: a status of HTTP, or the group of a fault
 * @param detail for operators, or null
 */
record Answer(Verdict verdict, String result, String detail) {

  /** There is nothing to send: somebody has removed the request from the ledger. */
  static final Answer NO_REQUEST = new Answer(Verdict.GONE, null, "the request is not kept");

  private static final int GONE = 410;

  /** What an answer means for the callback. */
  enum Verdict {
    DELIVERED,
    /** There is no use in another attempt. */
    GONE,
    AGAIN
  }

  static Answer of(int status) {
    Verdict verdict =
        status >= 200 && status < 300
            ? Verdict.DELIVERED
            : status == GONE ? Verdict.GONE : Verdict.AGAIN;
    return new Answer(verdict, Integer.toString(status), null);
  }

  /** Nothing was sent, or nothing came back. The reason is for operators, as with files. */
  static Answer of(FetchRefusedException e) {
    return new Answer(
        Verdict.AGAIN,
        e.reason().group().name().toLowerCase(Locale.ROOT),
        e.reason().code() + ": " + e.detail());
  }
}
