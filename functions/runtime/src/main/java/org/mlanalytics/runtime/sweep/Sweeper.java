package org.mlanalytics.runtime.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.Outbox;
import org.mlanalytics.runtime.event.StepData;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.event.StepEvents;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.PendingScope;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.pipeline.Step;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * Brings to its end what a crash or a lost event has left behind: sends what is still in an outbox,
 * wakes runs whose lease ran out, asks again for scopes and publications that a night still lacks.
 * It only ever sends events; whether there is anything to do is decided by the claim that follows.
 */
@ApplicationScoped
public class Sweeper {

  private static final String SOURCE = "sweeper";
  private static final Duration LOOK_BACK = Duration.ofDays(7);

  private final RunLedger ledger;
  private final Pipelines pipelines;
  private final Outbox outbox;
  private final StepEvents events;
  private final LedgerClock clock;
  private final Duration patience;
  private final Duration sendTimeout;

  Sweeper(
      RunLedger ledger,
      Pipelines pipelines,
      Outbox outbox,
      StepEvents events,
      LedgerClock clock,
      AnalyticsConfig config) {
    this.ledger = ledger;
    this.pipelines = pipelines;
    this.outbox = outbox;
    this.events = events;
    this.clock = clock;
    this.patience = config.events().sweepAfter();
    this.sendTimeout = config.events().sendTimeout();
  }

  /** What is left behind now. */
  public Findings find() {
    Instant now = clock.now();
    List<StepEvent> wanted = new ArrayList<>();
    for (Pipeline pipeline : pipelines.changedSince(now.minus(LOOK_BACK))) {
      Area area = Area.named(pipeline.area()).orElseThrow();
      if (pipeline.isDue()) {
        addDue(wanted, area, pipeline, now);
      } else if (pipeline.updatedAt().isBefore(now.minus(patience))) {
        addPending(wanted, area, pipeline, now);
      }
    }
    return new Findings(ledger.withOutbox(patience), ledger.abandoned(), wanted);
  }

  /** Deals with what was found. */
  public void sweep(Findings findings) {
    findings.unsent().forEach(outbox::drain);
    findings.abandoned().forEach(run -> send(wakeUp(run)));
    findings.wanted().forEach(this::send);
  }

  /**
   * What a sweep found.
   *
   * @param unsent runs with events that the broker has not acknowledged
   * @param abandoned runs that stopped in the middle
   * @param wanted requests for runs that a night still lacks
   */
  public record Findings(List<Run> unsent, List<Run> abandoned, List<StepEvent> wanted) {}

  private void addDue(List<StepEvent> wanted, Area area, Pipeline pipeline, Instant now) {
    for (Step step : area.publications()) {
      Optional<Run> run = ledger.find(step.on(pipeline.businessDate()));
      boolean missing = run.isEmpty() || run.get().generation() < pipeline.generation();
      if (missing && run.filter(r -> r.isActive(now)).isEmpty()) {
        wanted.add(request(step, pipeline, pipeline.generation(), now));
      }
    }
  }

  private void addPending(List<StepEvent> wanted, Area area, Pipeline pipeline, Instant now) {
    for (PendingScope pending : pipeline.pending()) {
      Step step = area.extraction(pending.scope());
      Optional<Run> run = ledger.find(step.on(pipeline.businessDate()));
      if (run.filter(r -> !r.state().isFinal()).isEmpty()) {
        wanted.add(request(step, pipeline, pending.generation(), now));
      }
    }
  }

  private static StepEvent request(Step step, Pipeline pipeline, long generation, Instant now) {
    return new StepEvent(
        pipeline.id() + "-" + generation + "-" + step.function() + "-" + step.scope(),
        StepEvent.RUN_REQUESTED,
        SOURCE,
        now,
        pipeline.traceparent(),
        new StepData(
            step.function(),
            step.dataset(),
            step.scope(),
            pipeline.businessDate().toString(),
            pipeline.id(),
            generation,
            pipeline.policy().label(),
            pipeline.requestedBy(),
            null,
            null));
  }

  private StepEvent wakeUp(Run run) {
    RunIdentity identity = run.identity();
    return new StepEvent(
        run.id() + "-a" + run.attempt() + "-e" + run.lease().epoch() + "-wake-up",
        StepEvent.RUN_REQUESTED,
        SOURCE,
        clock.now(),
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

  /** A wake-up that is not sent is found again by the next sweep. */
  private void send(StepEvent event) {
    try {
      events
          .send(event)
          .toCompletableFuture()
          .orTimeout(sendTimeout.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException notSent) {
      throw new AnalyticsException(
          ErrorCode.BROKER_UNAVAILABLE, String.valueOf(notSent.getCause()), notSent);
    }
  }
}
