package org.mlanalytics.runtime.run;

import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    return of(run, code, message, now, List.of());
  }

  static List<Bson> of(
      Run run, ErrorCode code, String message, Instant now, List<StepEvent> others) {
    List<StepEvent> events = Stream.concat(Stream.of(event(run, now)), others.stream()).toList();
    String detail = code.code() + " " + message;
    return List.of(
        set("state", RunState.FAILED.name()),
        set("error", RunDocument.write(new RunError(code.code(), message))),
        pushEach("outbox", events.stream().map(RunDocument::write).toList()),
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
