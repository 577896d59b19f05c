package org.mlanalytics.local.night;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An OpenTelemetry collector by OTLP over HTTP, which keeps what it is told. */
final class TraceCollector implements AutoCloseable {

  private final Queue<Span> spans = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  TraceCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    ExportTraceServiceRequest told =
        ExportTraceServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes());
    for (ResourceSpans resource : told.getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        spans.addAll(scope.getSpansList());
      }
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Environment of a process that tells its traces here, at once. */
  Map<String, String> settings() {
    return Map.of(
        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
        "http/protobuf",
        "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
        "200ms");
  }

  /** Spans with names that begin so. */
  List<Span> named(String prefix) {
    return spans.stream().filter(span -> span.getName().startsWith(prefix)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
