package org.mlanalytics.runtime.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.mlanalytics.runtime.run.Policy;

/**
 * One night of an area as the ledger has it: a snapshot.
 *
 * @param id {@code <area>/<business date>}
 * @param area name of the area
 * @param businessDate civil day of the night
 * @param generation rises whenever scopes are put back into pending
 * @param expected all scopes of the night
 * @param pending scopes that are not extracted yet
 * @param failed scopes whose extraction failed
 * @param policy policy that is carried on to the publications
 * @param requestedBy who asked for the night, or null
 * @param traceparent trace context, or null
 * @param openedBy claim of the opener that opened this generation
 * @param updatedAt last change
 */
public record Pipeline(
    String id,
    String area,
    LocalDate businessDate,
    long generation,
    List<String> expected,
    List<PendingScope> pending,
    List<String> failed,
    Policy policy,
    String requestedBy,
    String traceparent,
    String openedBy,
    Instant updatedAt) {

  /** Whether all scopes are extracted, so that the publications may run. */
  public boolean isDue() {
    return pending.isEmpty() && failed.isEmpty() && !expected.isEmpty();
  }

  /** Whether extractions are under way. */
  public boolean isExtracting() {
    return !pending.isEmpty();
  }
}
