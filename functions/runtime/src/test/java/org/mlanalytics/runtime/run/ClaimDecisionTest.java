package org.mlanalytics.runtime.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.testing.Requests;

class ClaimDecisionTest {

  private static final Instant NOW = Instant.parse("2023-07-10T20:00:00Z");
  private static final int MAX_TAKE_OVERS = 3;
  private static final long RUN_GENERATION = 5;

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/claim-decisions.csv",
      numLinesToSkip = 1,
      delimiter = '|',
      useHeadersInDisplayName = true)
  void decidesByStateLeaseTriggerPolicyAndGeneration(
      String states, String leases, String triggers, String policies, String gen, String expected) {
    for (String state : all(states, RunState.values())) {
      for (String lease : all(leases, "held", "expired", "last-expired")) {
        for (String trigger : all(triggers, Trigger.values())) {
          for (String policy : all(policies, Policy.values())) {
            for (String generation : all(gen, "none", "older", "same", "newer")) {
              ClaimDecision decision =
                  ClaimDecision.of(
                      run(RunState.valueOf(state), lease),
                      request(Trigger.valueOf(trigger), Policy.valueOf(policy), generation),
                      NOW,
                      MAX_TAKE_OVERS);
              assertEquals(
                  expected,
                  name(decision),
                  String.join(" ", state, lease, trigger, policy, generation));
            }
          }
        }
      }
    }
  }

  @Test
  void leaseEndsAtItsInstant() {
    Lease lease = new Lease("me", 1, NOW);

    assertEquals(
        List.of(false, true), List.of(lease.isExpired(NOW.minusMillis(1)), lease.isExpired(NOW)));
  }

  private static List<String> all(String cell, Object... every) {
    return cell.equals("*")
        ? java.util.Arrays.stream(every).map(String::valueOf).toList()
        : List.of(cell.split(" +"));
  }

  private static String name(ClaimDecision decision) {
    if (decision instanceof ClaimDecision.HandBack back) {
      return back.active() ? "hand back active" : "hand back";
    }
    if (decision instanceof ClaimDecision.Refuse refuse) {
      return refuse.code() == ErrorCode.RUN_ACTIVE ? "refuse active" : "refuse duplicate";
    }
    return switch (decision.getClass().getSimpleName()) {
      case "TakeOver" -> "take over";
      case "GiveUp" -> "give up";
      default -> "new attempt";
    };
  }

  private static Run run(RunState state, String lease) {
    Instant until = lease.equals("held") ? NOW.plusMillis(1) : NOW;
    return new Run(
        "id",
        Requests.identity("extract-projects", "p1"),
        "pipeline",
        RUN_GENERATION,
        Trigger.EVENT,
        null,
        Policy.FAILED_ONLY,
        1,
        lease.equals("last-expired") ? MAX_TAKE_OVERS : MAX_TAKE_OVERS - 1,
        state,
        List.of(),
        new Lease("other", 1, until),
        "other",
        List.of(),
        Counts.NONE,
        null,
        List.of(),
        null,
        null,
        List.of(),
        null,
        NOW,
        NOW);
  }

  private static ClaimRequest request(Trigger trigger, Policy policy, String generation) {
    long asked =
        switch (generation) {
          case "older" -> RUN_GENERATION - 1;
          case "same" -> RUN_GENERATION;
          case "newer" -> RUN_GENERATION + 1;
          default -> 0;
        };
    return new ClaimRequest(
        Requests.identity("extract-projects", "p1"),
        "pipeline",
        asked,
        policy,
        trigger,
        null,
        null);
  }
}
