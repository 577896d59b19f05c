package org.mlanalytics.runtime.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;
import org.mlanalytics.runtime.trace.TraceContext;

/** Fields that what is logged about a run has beside its text, until it is closed. */
final class LoggedRun implements AutoCloseable {

  private final Map<String, Object> before = new LinkedHashMap<>();

  LoggedRun(Run run) {
    put("run", run.id());
    put("function", run.identity().function());
    TraceContext trace = TraceContext.of(run.traceparent());
    if (trace != null) {
      put("traceId", trace.traceId());
    }
  }

  private void put(String field, String value) {
    before.put(field, MDC.get(field));
    MDC.put(field, value);
  }

  @Override
  public void close() {
    before.forEach(
        (field, value) -> {
          if (value == null) {
            MDC.remove(field);
          } else {
            MDC.put(field, value);
          }
        });
  }
}
