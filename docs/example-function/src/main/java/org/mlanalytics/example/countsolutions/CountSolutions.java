package org.mlanalytics.example.countsolutions;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.runtime.function.BatchFunction;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.source.SourceDatabase;
import org.mlanalytics.runtime.time.LedgerClock;

/** Counts the solutions once for each business date. */
@ApplicationScoped
public class CountSolutions implements BatchFunction {

  static final String NAME = "count-solutions";

  private final SourceDatabase source;
  private final LedgerClock clock;
  private final PlainCall calls;

  CountSolutions(SourceDatabase source, LedgerClock clock, PlainCall calls) {
    this.source = source;
    this.clock = clock;
    this.calls = calls;
  }

  /** The plain call of the function. */
  @Funq(NAME)
  public RunReply call(RunRequest request) {
    return calls.call(this, request);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<ClaimRequest> plan(Invocation invocation) {
    LocalDate date =
        invocation.businessDate() == null ? clock.businessDate() : invocation.businessDate();
    return Optional.of(
        new ClaimRequest(
            new RunIdentity(NAME, "solutions", RunIdentity.WHOLE, date),
            null,
            0,
            invocation.policy(),
            invocation.trigger(),
            invocation.requestedBy(),
            invocation.traceparent()));
  }

  @Override
  public void execute(RunHandle handle) {
    long solutions = solutions();
    handle.succeed(new Counts(solutions, 0, 0, 0, 0, 0), List.of(), solutions + " solutions");
  }

  @Override
  public Map<String, Object> dryRun(Invocation invocation) {
    return Map.of("solutions", solutions());
  }

  private long solutions() {
    return source.collection("solutions").countDocuments();
  }
}
