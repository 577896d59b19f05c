package org.mlanalytics.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepData;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.TestRuntime;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.DruidTask;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.testing.RecordedEvents;
import org.mlanalytics.runtime.testing.Requests;
import org.mlanalytics.runtime.testing.TestLedger;
import org.mlanalytics.runtime.trace.TraceContext;
import org.mlanalytics.runtime.trace.Tracing;

class SpanTracingTest {

  private static final String SENDER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String NAME = "run extract-projects";

  @RegisterExtension final TestLedger mongo = new TestLedger();

  private final RecordedEvents events = new RecordedEvents();
  private final Spans spans = new Spans();

  @Test
  void anAttemptIsTheChildOfItsEventAndTheParentOfWhatItSends() {
    StepEvent event = event();
    Tracing tracing = new SpanTracing(spans.tracer());
    try (Tracing.Scope processing = tracing.processing(event)) {
      runtime(tracing).event(step(null), event);
    }

    SpanData consumer = spans.named("process program.gathered");
    assertEquals(SpanKind.CONSUMER, consumer.getKind());
    assertEquals(TraceContext.of(SENDER).traceId(), consumer.getTraceId());
    assertEquals(TraceContext.of(SENDER).spanId(), consumer.getParentSpanId());
    SpanData attempt = spans.named(NAME);
    assertEquals(consumer.getTraceId(), attempt.getTraceId());
    assertEquals(consumer.getSpanId(), attempt.getParentSpanId());
    assertEquals("succeeded", attempt.getAttributes().get(RunAttributes.STATE));
    assertEquals("p1", attempt.getAttributes().get(RunAttributes.SCOPE));
    assertEquals("2023-07-11", attempt.getAttributes().get(RunAttributes.BUSINESS_DATE));
    assertEquals(1, attempt.getAttributes().get(RunAttributes.ATTEMPT));
    String context = RemoteParent.traceparent(attempt.getSpanContext());
    assertEquals(context, run().traceparent());
    assertEquals(List.of(context), events.taken().stream().map(StepEvent::traceparent).toList());
  }

  @Test
  void aRunThatIsTakenOverStaysInItsTrace() {
    Requests.own(mongo.runs(), Requests.event(Step.IDENTITY, 0).in(SENDER));
    mongo.time().advance(TestLedger.LEASE.plusSeconds(1));

    runtime(new SpanTracing(spans.tracer())).call(step(null), RunRequest.of("extract-projects"));

    assertEquals(TraceContext.of(SENDER).traceId(), spans.named(NAME).getTraceId());
    assertEquals(TraceContext.of(SENDER).spanId(), spans.named(NAME).getParentSpanId());
    assertEquals(SENDER, events.taken().get(0).traceparent());
  }

  @Test
  void aFaultIsToldByItsCode() {
    AnalyticsException fault =
        new AnalyticsException(ErrorCode.OBJECT_MISSING, "sl-project/somebody.json.gz");

    runtime(new SpanTracing(spans.tracer())).call(step(fault), RunRequest.of("extract-projects"));

    SpanData attempt = spans.named(NAME);
    assertEquals(StatusCode.ERROR, attempt.getStatus().getStatusCode());
    assertEquals(ErrorCode.OBJECT_MISSING.code(), attempt.getAttributes().get(RunAttributes.ERROR));
    assertEquals("failed", attempt.getAttributes().get(RunAttributes.STATE));
    assertEquals(List.of(), attempt.getEvents());
  }

  @Test
  void aRunThatIsHandedBackMakesNoSpan() {
    TestRuntime runtime = runtime(new SpanTracing(spans.tracer()));
    runtime.call(step(null), RunRequest.of("extract-projects"));
    runtime.call(step(null), RunRequest.of("extract-projects"));

    assertEquals(1, spans.size());
  }

  @Test
  void aDruidTaskLastsUntilSomeProcessSeesItsEnd() {
    RunHandle handle = Requests.own(mongo.runs(), Requests.event(Step.IDENTITY, 1).in(SENDER));
    DruidTask task =
        DruidTask.planned("task-1", DruidTask.Kind.REPLACE, "sl-project", "interval", 18);
    handle.submitting(task, List.of(), Counts.NONE, "first");
    Instant submitted = mongo.clock().now();
    handle.submitted(task.sent(submitted));
    mongo.time().advance(Duration.ofSeconds(40));
    Run ended =
        mongo
            .runs()
            .succeed(
                handle.run(), handle.run().druid(), new Counts(0, 0, 0, 0, 18, 18), List.of(), "")
            .orElseThrow();
    PublicationSpans elsewhere = new PublicationSpans(spans.tracer());

    elsewhere.worked(handle.run());
    elsewhere.worked(ended);

    SpanData publication = spans.named("druid sl-project");
    assertEquals(1, spans.size(), "nothing is told of a task that goes on");
    assertEquals(TraceContext.of(SENDER).traceId(), publication.getTraceId());
    assertEquals(TraceContext.of(SENDER).spanId(), publication.getParentSpanId());
    assertEquals("task-1", publication.getAttributes().get(RunAttributes.TASK));
    assertEquals(
        Duration.ofSeconds(40).toNanos(),
        publication.getEndEpochNanos() - publication.getStartEpochNanos());
  }

  @Test
  void whenSwitchedOffTheContextTravelsOn() {
    Tracing off = new SpanTracing(OpenTelemetry.noop().getTracer("off"));
    try (Tracing.Scope processing = off.processing(event())) {
      runtime(off).event(step(null), event());
    }

    assertEquals(SENDER, run().traceparent());
    assertEquals(SENDER, events.taken().get(0).traceparent());
  }

  @Test
  void whenSwitchedOffARunWithoutAContextGetsOne() {
    runtime(new SpanTracing(OpenTelemetry.noop().getTracer("off")))
        .call(step(null), RunRequest.of("extract-projects"));

    assertNotEquals(null, TraceContext.of(run().traceparent()));
  }

  private TestRuntime runtime(Tracing tracing) {
    return new TestRuntime(mongo.runs(), events, tracing);
  }

  private Step step(RuntimeException fault) {
    return new Step(mongo.clock(), fault);
  }

  private Run run() {
    return mongo.runs().find(Step.IDENTITY).orElseThrow();
  }

  private StepEvent event() {
    return new StepEvent(
        "e1",
        "program.gathered",
        "gather-programs",
        mongo.clock().now(),
        SENDER,
        new StepData(null, "sl-project", "p1", "2023-07-11", null, 1L, null, null, "r1", null));
  }
}
