package org.mlanalytics.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.mlanalytics.runtime.trace.TraceContext;

/** Trace contexts as the ledger and events carry them, and as OpenTelemetry has them. */
final class RemoteParent {

  private RemoteParent() {}

  /**
   * The context in which a span is a child of what was traced elsewhere.
   *
   * @param traceparent null gives a context without a parent
   */
  static Context of(String traceparent) {
    TraceContext parent = TraceContext.of(traceparent);
    return parent == null
        ? Context.root()
        : Context.root()
            .with(
                Span.wrap(
                    SpanContext.createFromRemoteParent(
                        parent.traceId(),
                        parent.spanId(),
                        TraceFlags.fromHex(parent.flags(), 0),
                        TraceState.getDefault())));
  }

  /** The {@code traceparent} by which others become children of a span. */
  static String traceparent(SpanContext span) {
    return new TraceContext(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex())
        .traceparent();
  }
}
