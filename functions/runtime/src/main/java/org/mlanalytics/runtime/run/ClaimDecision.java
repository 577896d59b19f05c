package org.mlanalytics.runtime.run;

import java.time.Instant;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * What a request for an existing run leads to: a pure function of the run, the request and the
 * time.
 */
sealed interface ClaimDecision {

  /** Give the run as it is. */
  record HandBack(boolean active) implements ClaimDecision {}

  /** Continue an abandoned run where it stopped. */
  record TakeOver() implements ClaimDecision {}

  /** End an abandoned run that keeps killing its owners. */
  record GiveUp() implements ClaimDecision {}

  /** Start again. */
  record NewAttempt() implements ClaimDecision {}

  /** Say no. */
  record Refuse(ErrorCode code) implements ClaimDecision {}

  static ClaimDecision of(Run run, ClaimRequest request, Instant now, int maxTakeOvers) {
    if (run.isActive(now)) {
      return insists(request) ? new Refuse(ErrorCode.RUN_ACTIVE) : new HandBack(true);
    }
    if (!run.state().isFinal()) {
      return run.takeOvers() < maxTakeOvers ? new TakeOver() : new GiveUp();
    }
    return ofEnded(run, request);
  }

  private static ClaimDecision ofEnded(Run run, ClaimRequest request) {
    if (request.generation() != 0 && request.generation() != run.generation()) {
      return request.generation() > run.generation() ? new NewAttempt() : new HandBack(false);
    }
    boolean asked = request.trigger() == Trigger.HTTP || request.trigger() == Trigger.SCHEDULE;
    if (!asked) {
      // the same event once more: its work is done, or its failure is recorded and waits for a
      // person
      return new HandBack(false);
    }
    boolean good = run.state() == RunState.SUCCEEDED || run.state() == RunState.SKIPPED;
    return switch (request.policy()) {
      case FORCE -> new NewAttempt();
      case FAILED_ONLY -> good ? new HandBack(false) : new NewAttempt();
      case REJECT_DUPLICATE -> good ? new Refuse(ErrorCode.DUPLICATE_RUN) : new NewAttempt();
    };
  }

  private static boolean insists(ClaimRequest request) {
    return request.trigger() == Trigger.HTTP && request.policy() != Policy.FAILED_ONLY;
  }
}
