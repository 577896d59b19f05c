package org.mlanalytics.runtime.run;

import java.time.Instant;

/**
 * Who may write a run.
 *
 * @param owner random nonce of the claim
 * @param epoch rises with every take-over
 * @param until after this instant of the ledger's clock anybody may take over
 */
public record Lease(String owner, long epoch, Instant until) {

  /** Whether another instance may take the run over. */
  public boolean isExpired(Instant now) {
    return !until.isAfter(now);
  }
}
