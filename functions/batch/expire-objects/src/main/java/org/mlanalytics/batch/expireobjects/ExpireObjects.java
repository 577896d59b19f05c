package org.mlanalytics.batch.expireobjects;

import io.quarkus.funqy.Funq;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.publishing.Retention;
import org.mlanalytics.runtime.function.BatchFunction;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunIdentity;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * Removes landed objects that are old and that nobody needs any more: neither Druid's last good
 * publication nor the last success of any function and scope. Once for each business date.
 */
@ApplicationScoped
public class ExpireObjects implements BatchFunction {

  static final String NAME = "expire-objects";

  private static final String ALL_DATASETS = "*";

  private final Retention retention;
  private final ObjectStore store;
  private final LedgerClock clock;
  private final ExpireObjectsConfig config;
  private final PlainCall calls;

  ExpireObjects(
      Retention retention,
      ObjectStore store,
      LedgerClock clock,
      ExpireObjectsConfig config,
      PlainCall calls) {
    this.retention = retention;
    this.store = store;
    this.clock = clock;
    this.config = config;
    this.calls = calls;
  }

  /** The plain call of the function. */
  @Funq(NAME)
  public RunReply call(RunRequest request) {
    return calls.call(this, request);
  }

  @Scheduled(cron = "{mla.expire-objects.cron}", timeZone = "{mla.zone}")
  void daily() {
    calls.scheduled(this);
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
            new RunIdentity(NAME, ALL_DATASETS, RunIdentity.WHOLE, date),
            null,
            0,
            invocation.policy(),
            invocation.trigger(),
            invocation.requestedBy(),
            invocation.traceparent()));
  }

  @Override
  public void execute(RunHandle handle) throws IOException {
    Retention.Findings found =
        retention.look(
            limit(),
            key -> {
              handle.ensureHeld();
              store.delete(key);
            });
    Counts counts = new Counts(found.objects(), found.objects() - found.expired(), 0, 0, 0, 0);
    handle.succeed(
        counts, List.of(), "%d of %d removed".formatted(found.expired(), found.objects()));
  }

  @Override
  public Map<String, Object> dryRun(Invocation invocation) throws IOException {
    Retention.Findings found = retention.look(limit(), key -> {});
    return Map.of(
        "objects", found.objects(), "expired", found.expired(), "unknown", found.unknown());
  }

  private Instant limit() {
    return clock.now().minus(config.after());
  }
}
