package org.mlanalytics.runtime.event;

import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * Step events by HTTP, as a Knative broker delivers them: CloudEvents in binary or structured mode.
 */
@ApplicationScoped
public class FunqyEvents {

  /** Name of the function that takes all events of a process. */
  public static final String NAME = "events";

  private final StepDispatcher dispatcher;

  FunqyEvents(StepDispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** Takes one event; the reply acknowledges it after its step is recorded. */
  @Funq(NAME)
  public void onEvent(CloudEvent<StepData> event) {
    if (event == null || event.type() == null) {
      throw new AnalyticsException(ErrorCode.UNREADABLE_EVENT, "the request is no CloudEvent");
    }
    String name = StepEvent.nameOf(event.type());
    if (name == null) {
      return;
    }
    if (event.data() == null) {
      throw new AnalyticsException(ErrorCode.UNREADABLE_EVENT, "the event has no data");
    }
    dispatcher.dispatch(
        new StepEvent(
            event.id(),
            name,
            event.source(),
            event.time() == null ? Instant.now() : event.time().toInstant(),
            event.extensions() == null ? null : event.extensions().get("traceparent"),
            event.data()));
  }
}
