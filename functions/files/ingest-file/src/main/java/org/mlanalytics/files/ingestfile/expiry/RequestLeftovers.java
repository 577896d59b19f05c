package org.mlanalytics.files.ingestfile.expiry;

import org.mlanalytics.files.ingestfile.callback.DeliveryStore;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.runtime.run.RunLedger;

/** The run that fetched the file of a request, and the request's callback. */
public final class RequestLeftovers implements RequestStore.Leftovers {

  private final RunLedger ledger;
  private final DeliveryStore callbacks;

  /** What a ledger has of requests. */
  public RequestLeftovers(RunLedger ledger, DeliveryStore callbacks) {
    this.ledger = ledger;
    this.callbacks = callbacks;
  }

  @Override
  public boolean remove(AcceptedRequest request, String run) {
    if (!ledger.forget(request.fetchRun(), run)) {
      return false;
    }
    callbacks.forget(request.key());
    return true;
  }
}
