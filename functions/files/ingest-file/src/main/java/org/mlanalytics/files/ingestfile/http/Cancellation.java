package org.mlanalytics.files.ingestfile.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.files.ingestfile.callback.Callbacks;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.runtime.function.Canceller;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.Trigger;

/** Ends what is done for a request. What is done for other requests too goes on. */
@ApplicationScoped
public class Cancellation {

  private final RunLedger ledger;
  private final Canceller canceller;
  private final Callbacks callbacks;

  Cancellation(RunLedger ledger, Canceller canceller, Callbacks callbacks) {
    this.ledger = ledger;
    this.canceller = canceller;
    this.callbacks = callbacks;
  }

  void cancel(AcceptedRequest accepted) {
    end(accepted);
    callbacks.mayHaveEnded(accepted);
  }

  private void end(AcceptedRequest accepted) {
    Run request = canceller.cancel(claimed(accepted));
    if (request.objects().isEmpty()) {
      return;
    }
    String sha256 = request.objects().get(0).sha256();
    for (Target target : accepted.request().targets()) {
      ledger
          .find(accepted.loadRun(target, sha256))
          .filter(run -> accepted.key().equals(run.pipeline()))
          .ifPresent(canceller::cancel);
    }
  }

  /** A request that waits in its queue has no run yet: an ended one keeps workers from it. */
  private Run claimed(AcceptedRequest accepted) {
    return ledger
        .claim(
            new ClaimRequest(
                accepted.fetchRun(),
                accepted.key(),
                0,
                Policy.FAILED_ONLY,
                Trigger.EVENT,
                accepted.tenant(),
                null))
        .run();
  }
}
