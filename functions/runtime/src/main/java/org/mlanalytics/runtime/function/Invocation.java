package org.mlanalytics.runtime.function;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Trigger;

/**
 * A start of a function, whatever started it.
 *
 * @param trigger what started it
 * @param businessDate date asked for, or null
 * @param scope scope asked for, or null
 * @param policy what to do with a run that exists
 * @param dryRun do everything but write
 * @param requestedBy who asks, or null
 * @param event the event that started it, or null
 * @param traceparent trace context, or null
 */
public record Invocation(
    Trigger trigger,
    LocalDate businessDate,
    String scope,
    Policy policy,
    boolean dryRun,
    String requestedBy,
    StepEvent event,
    String traceparent) {

  /**
   * A start by HTTP or a plain function call.
   *
   * @throws AnalyticsException {@link ErrorCode#MALFORMED_DATE}, {@link
   *     ErrorCode#MALFORMED_REQUEST}
   */
  public static Invocation of(RunRequest request, String traceparent) {
    return new Invocation(
        Trigger.HTTP,
        date(request.businessDate()),
        request.scope(),
        policy(request.policy()),
        Boolean.TRUE.equals(request.dryRun()),
        request.requestedBy(),
        null,
        traceparent);
  }

  /** A start by an event. */
  public static Invocation of(StepEvent event) {
    return new Invocation(
        Trigger.EVENT,
        date(event.data().businessDate()),
        event.data().scope(),
        policy(event.data().policy()),
        false,
        event.data().requestedBy(),
        event,
        event.traceparent());
  }

  /** A start by the clock. */
  public static Invocation scheduled() {
    return new Invocation(
        Trigger.SCHEDULE, null, null, Policy.FAILED_ONLY, false, "schedule", null, null);
  }

  private static LocalDate date(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new AnalyticsException(
          ErrorCode.MALFORMED_DATE, "businessDate is no date of the form yyyy-MM-dd", e);
    }
  }

  private static Policy policy(String label) {
    try {
      return Policy.of(label);
    } catch (IllegalArgumentException e) {
      throw new AnalyticsException(ErrorCode.MALFORMED_REQUEST, e.getMessage(), e);
    }
  }
}
