package org.mlanalytics.runtime.run;

import java.time.Instant;
import java.util.List;
import org.mlanalytics.runtime.event.StepEvent;

/**
 * One run as the ledger has it: a snapshot, never changed.
 *
 * @param id time-ordered id, the same for all attempts
 * @param identity what makes it this run
 * @param pipeline pipeline that it belongs to, or null
 * @param generation generation of the pipeline that the current attempt serves
 * @param trigger what started the current attempt
 * @param requestedBy who asked for it, or null
 * @param policy policy of the current attempt
 * @param attempt number of the current attempt, from 1
 * @param takeOvers how often the current attempt was taken over
 * @param state where it is
 * @param history states of all attempts, the last 50
 * @param lease who may write it
 * @param instance name of the process that claimed it last
 * @param outbox events that the broker has not acknowledged yet
 * @param counts what the current attempt did
 * @param progress how far the current attempt has come, or null before it told
 * @param objects what it landed or published
 * @param druid its Druid task, or null
 * @param error why it failed, or null
 * @param attempts earlier attempts, the last 20
 * @param traceparent W3C trace context that it belongs to, or null
 * @param startedAt start of the current attempt
 * @param updatedAt last change
 */
public record Run(
    String id,
    RunIdentity identity,
    String pipeline,
    long generation,
    Trigger trigger,
    String requestedBy,
    Policy policy,
    int attempt,
    int takeOvers,
    RunState state,
    List<Transition> history,
    Lease lease,
    String instance,
    List<StepEvent> outbox,
    Counts counts,
    Progress progress,
    List<LandedObject> objects,
    DruidTask druid,
    RunError error,
    List<Attempt> attempts,
    String traceparent,
    Instant startedAt,
    Instant updatedAt) {

  /** Whether an instance works on it, or Druid does. */
  public boolean isActive(Instant now) {
    return state == RunState.SUBMITTED || (!state.isFinal() && !lease.isExpired(now));
  }

  /** Whether it stopped in the middle and nobody owns it. */
  public boolean isAbandoned(Instant now) {
    return !state.isFinal() && state != RunState.SUBMITTED && lease.isExpired(now);
  }
}
