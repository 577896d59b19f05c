package org.mlanalytics.files.ingestfile.stage;

import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.runtime.time.LedgerClock;

/** Where files lie as they came: named by tenant, date and content. */
public final class RawFiles {

  private final LedgerClock clock;

  /**
   * @param clock knows the zone of dates
   */
  public RawFiles(LedgerClock clock) {
    this.clock = clock;
  }

  /**
   * The key of a request's file.
   *
   * @param sha256 digest of its content
   */
  public String key(AcceptedRequest accepted, String sha256) {
    return "files/%s/%s/%s"
        .formatted(accepted.tenant(), clock.businessDate(accepted.acceptedAt()), sha256);
  }
}
