package org.mlanalytics.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.trace.AttemptSpan;

/** The span of an attempt, begun; it is exported only if it is entered and closed. */
record LiveAttempt(SpanTracing tracing, Span span, RunIdentity identity) implements AttemptSpan {

  @Override
  public String traceparent() {
    return RemoteParent.traceparent(span.getSpanContext());
  }

  @Override
  public AttemptSpan enter(Run claimed) {
    Span own =
        traceparent().equals(claimed.traceparent())
            ? span
            : tracing.begin(identity, RemoteParent.of(claimed.traceparent()));
    own.setAllAttributes(RunAttributes.of(claimed));
    return new Entered(own, claimed.traceparent(), own.makeCurrent());
  }

  private record Entered(Span span, String traceparent, Scope scope) implements AttemptSpan {

    @Override
    public AttemptSpan enter(Run claimed) {
      return this;
    }

    @Override
    public void failed(AnalyticsException fault) {
      RunAttributes.fail(span, fault.code().code());
    }

    @Override
    public void worked(Run run) {
      span.setAllAttributes(RunAttributes.of(run));
    }

    @Override
    public void close() {
      scope.close();
      span.end();
    }
  }
}
