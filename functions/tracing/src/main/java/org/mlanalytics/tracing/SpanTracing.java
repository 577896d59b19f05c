package org.mlanalytics.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.trace.AttemptSpan;
import org.mlanalytics.runtime.trace.NoSpans;
import org.mlanalytics.runtime.trace.Tracing;

/**
 * Makes a span of every event that starts something and of every attempt of a run. An event's
 * parent is the run that has sent it, whichever transport brought it; an attempt's parent is the
 * request or event that asks for it.
 */
@Singleton
public final class SpanTracing implements Tracing {

  static final AttributeKey<String> EVENT = AttributeKey.stringKey("mla.event");

  private final Tracer tracer;
  private final Tracing disabled = new NoSpans();

  SpanTracing(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public Scope processing(StepEvent event) {
    Span transport = Span.current();
    SpanBuilder builder =
        tracer
            .spanBuilder("process " + event.name())
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute(EVENT, event.id())
            .setParent(
                event.traceparent() == null
                    ? Context.current()
                    : RemoteParent.of(event.traceparent()));
    if (event.traceparent() != null && transport.getSpanContext().isValid()) {
      builder.addLink(transport.getSpanContext());
    }
    Span span = builder.startSpan();
    var scope = span.makeCurrent();
    return () -> {
      scope.close();
      span.end();
    };
  }

  @Override
  public AttemptSpan attempt(ClaimRequest request) {
    Context parent =
        Span.current().getSpanContext().isValid()
            ? Context.current()
            : RemoteParent.of(request.traceparent());
    Span span = begin(request.identity(), parent);
    return span.isRecording() || span.getSpanContext().isValid()
        ? new LiveAttempt(this, span, request.identity())
        : disabled.attempt(request);
  }

  Span begin(RunIdentity identity, Context parent) {
    return tracer
        .spanBuilder("run " + identity.function())
        .setAllAttributes(RunAttributes.of(identity))
        .setParent(parent)
        .startSpan();
  }
}
