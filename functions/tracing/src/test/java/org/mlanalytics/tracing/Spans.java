package org.mlanalytics.tracing;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Spans of one process, as they are exported. */
final class Spans {

  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final Tracer tracer =
      SdkTracerProvider.builder()
          .addSpanProcessor(SimpleSpanProcessor.create(exported))
          .build()
          .get("test");

  Tracer tracer() {
    return tracer;
  }

  /** The only span with a name. */
  SpanData named(String name) {
    var found =
        exported.getFinishedSpanItems().stream().filter(s -> s.getName().equals(name)).toList();
    if (found.size() != 1) {
      throw new AssertionError(name + " in " + exported.getFinishedSpanItems());
    }
    return found.get(0);
  }

  int size() {
    return exported.getFinishedSpanItems().size();
  }
}
