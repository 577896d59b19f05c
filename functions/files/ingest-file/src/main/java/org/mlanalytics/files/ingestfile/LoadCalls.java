package org.mlanalytics.files.ingestfile;

import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.runtime.event.StepData;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.Trigger;
import org.mlanalytics.runtime.time.LedgerClock;

/** How the run of a request asks for the runs that load its file. */
final class LoadCalls {

  private final RunLedger ledger;
  private final LedgerClock clock;

  LoadCalls(RunLedger ledger, LedgerClock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The start of the run that loads a content into a target. */
  Invocation of(Run request, AcceptedRequest accepted, Target target, String sha256) {
    RunIdentity identity = accepted.loadRun(target, sha256);
    return new Invocation(
        trigger(request, identity),
        null,
        identity.scope(),
        request.policy(),
        false,
        accepted.tenant(),
        event(request, identity),
        request.traceparent());
  }

  /** What failed for another request is tried again for this one; its own failure stays. */
  private Trigger trigger(Run request, RunIdentity identity) {
    return ledger
        .find(identity)
        .filter(known -> !request.pipeline().equals(known.pipeline()))
        .map(known -> Trigger.HTTP)
        .orElse(request.trigger());
  }

  private StepEvent event(Run request, RunIdentity identity) {
    return new StepEvent(
        request.id() + "-a" + request.attempt() + "-" + identity.dataset(),
        StepEvent.RUN_REQUESTED,
        IngestFile.NAME,
        clock.now(),
        request.traceparent(),
        new StepData(
            IngestFile.NAME,
            identity.dataset(),
            identity.scope(),
            identity.businessDate().toString(),
            request.pipeline(),
            request.generation(),
            request.policy().label(),
            request.requestedBy(),
            null,
            null));
  }
}
