package org.mlanalytics.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunObserver;

/**
 * Makes a span of every Druid task, from its submission until its run has ended. Whichever process
 * sees the end, the span belongs to the run's trace.
 */
@Singleton
public final class PublicationSpans implements RunObserver {

  private final Tracer tracer;

  PublicationSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public void worked(Run run) {
    Instant submitted = run.druid() == null ? null : run.druid().course().submittedAt();
    if (submitted == null || !run.state().isFinal()) {
      return;
    }
    Span span =
        tracer
            .spanBuilder("druid " + run.druid().dataset())
            .setSpanKind(SpanKind.CLIENT)
            .setParent(RemoteParent.of(run.traceparent()))
            .setStartTimestamp(submitted)
            .setAllAttributes(RunAttributes.of(run))
            .startSpan();
    if (run.error() != null) {
      RunAttributes.fail(span, run.error().code());
    }
    span.end(run.updatedAt());
  }
}
