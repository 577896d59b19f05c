package org.mlanalytics.runtime.testing;

import org.mlanalytics.runtime.run.Claim;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.Trigger;

/** Requests for runs of {@code sl-project}. */
public final class Requests {

  private Requests() {}

  /** The run of a function for a scope, on the test's business date. */
  public static RunIdentity identity(String function, String scope) {
    return new RunIdentity(function, "sl-project", scope, TestLedger.DATE);
  }

  /** A request by an event of a generation of the projects pipeline. */
  public static ClaimRequest event(RunIdentity identity, long generation) {
    return new ClaimRequest(
        identity,
        "projects/" + identity.businessDate(),
        generation,
        Policy.FAILED_ONLY,
        Trigger.EVENT,
        null,
        null);
  }

  /** A request by a person. */
  public static ClaimRequest http(RunIdentity identity, Policy policy) {
    return new ClaimRequest(
        identity,
        "projects/" + identity.businessDate(),
        0,
        policy,
        Trigger.HTTP,
        "operator",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  }

  /** Claims a run that must be free. */
  public static RunHandle own(RunLedger ledger, ClaimRequest request) {
    if (ledger.claim(request) instanceof Claim.Owned owned) {
      return owned.handle();
    }
    throw new AssertionError("not free: " + request);
  }
}
