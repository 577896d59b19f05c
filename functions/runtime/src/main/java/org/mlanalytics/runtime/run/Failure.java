package org.mlanalytics.runtime.run;

import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.List;
import org.bson.conversions.Bson;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepData;
import org.mlanalytics.runtime.event.StepEvent;

/**
 * What a failure changes in a run, whoever finds it: state, error, history, and the event that
 * tells.
 */
final class Failure {

  private Failure() {}

  static List<Bson> of(Run run, ErrorCode code, String message, Instant now) {
    String detail = code.code() + " " + message;
    return List.of(
        set("state", RunState.FAILED.name()),
        set("error", RunDocument.write(new RunError(code.code(), message))),
        push("outbox", RunDocument.write(event(run, now))),
        RunHandle.historyEntry(new Transition(RunState.FAILED, now, detail)));
  }

  private static StepEvent event(Run run, Instant now) {
    RunIdentity identity = run.identity();
    return new StepEvent(
        run.id() + "-a" + run.attempt() + "-failed",
        StepEvent.RUN_FAILED,
        identity.function(),
        now,
        run.traceparent(),
        new StepData(
            identity.function(),
            identity.dataset(),
            identity.scope(),
            identity.businessDate().toString(),
            run.pipeline(),
            run.generation(),
            run.policy().label(),
            run.requestedBy(),
            run.id(),
            null));
  }
}
