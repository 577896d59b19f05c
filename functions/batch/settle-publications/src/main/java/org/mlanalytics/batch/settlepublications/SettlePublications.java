package org.mlanalytics.batch.settlepublications;

import io.quarkus.funqy.Funq;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.mlanalytics.publishing.DruidUnavailableException;
import org.mlanalytics.publishing.Settler;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.SweepFunction;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.sweep.Sweeper;

/**
 * The sweeper: ends the runs that wait for Druid, then brings on what crashes and lost events have
 * left behind. Nothing else in the system waits.
 */
@ApplicationScoped
public class SettlePublications implements SweepFunction {

  static final String NAME = "settle-publications";

  private static final Logger LOG = Logger.getLogger(SettlePublications.class);

  private final RunLedger ledger;
  private final Settler settler;
  private final Sweeper sweeper;
  private final PlainCall calls;

  SettlePublications(RunLedger ledger, Settler settler, Sweeper sweeper, PlainCall calls) {
    this.ledger = ledger;
    this.settler = settler;
    this.sweeper = sweeper;
    this.calls = calls;
  }

  /** The plain call of the function. */
  @Funq(NAME)
  public RunReply call(RunRequest request) {
    return calls.call(this, request);
  }

  @Scheduled(
      every = "{mla.settle-publications.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void periodically() {
    try {
      calls.scheduled(this);
    } catch (RuntimeException e) {
      // the next sweep finds the same work
      LOG.warnf("sweep not completed: %s", e.getMessage());
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, Object> sweep(boolean dryRun) {
    List<Run> submitted = ledger.inState(RunState.SUBMITTED);
    Sweeper.Findings findings = sweeper.find();
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("submitted", submitted.size());
    done.put("settled", dryRun ? 0 : settle(submitted));
    done.put("outboxes", findings.unsent().size());
    done.put("abandoned", findings.abandoned().size());
    done.put("wanted", findings.wanted().size());
    if (!dryRun) {
      sweeper.sweep(findings);
    }
    return done;
  }

  /** Druid being away does not keep the rest of the sweep from being done. */
  private long settle(List<Run> submitted) {
    try {
      return submitted.stream().map(settler::settle).filter(r -> r.state().isFinal()).count();
    } catch (DruidUnavailableException e) {
      LOG.warnf("publications wait for Druid: %s", e.getMessage());
      return 0;
    }
  }
}
