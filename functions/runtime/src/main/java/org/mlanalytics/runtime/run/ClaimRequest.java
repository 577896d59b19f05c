package org.mlanalytics.runtime.run;

/**
 * A wish for a run.
 *
 * @param identity which run
 * @param pipeline pipeline it belongs to, or null
 * @param generation generation of the pipeline that asks; 0 when no generation asks, but a person
 *     or a schedule
 * @param policy what to do with a run that exists
 * @param trigger what asks
 * @param requestedBy who asks, or null
 * @param traceparent trace context, or null
 */
public record ClaimRequest(
    RunIdentity identity,
    String pipeline,
    long generation,
    Policy policy,
    Trigger trigger,
    String requestedBy,
    String traceparent) {

  /** The same wish in another trace context. */
  public ClaimRequest in(String context) {
    return new ClaimRequest(identity, pipeline, generation, policy, trigger, requestedBy, context);
  }
}
