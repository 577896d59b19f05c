package org.mlanalytics.publishing.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.snapshot.Expansion;
import org.mlanalytics.core.snapshot.Snapshot;
import org.mlanalytics.core.snapshot.SnapshotCounter;
import org.mlanalytics.core.time.Instants;
import org.mlanalytics.publishing.Publication;
import org.mlanalytics.publishing.PublicationPlan;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.SharedStep;
import org.mlanalytics.runtime.object.RowObject;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.pipeline.Step;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunState;

/**
 * Counts the rows that a night has landed into the groups of a snapshot, and replaces the snapshot
 * of the business date by them. The source collection is not read again.
 */
public final class SnapshotLoad implements SharedStep.StepWork {

  private final SnapshotLoads with;
  private final Area area;
  private final Step step;
  private final Snapshot snapshot;

  SnapshotLoad(SnapshotLoads with, Area area, Step step, Snapshot snapshot) {
    this.with = with;
    this.area = area;
    this.step = step;
    this.snapshot = snapshot;
  }

  @Override
  public Set<String> startedBy() {
    return Set.of(area.name() + ".extracted");
  }

  @Override
  public Optional<ClaimRequest> plan(Invocation invocation) {
    Optional<ClaimRequest> claim = with.claims.publication(area, step, invocation);
    claim.ifPresent(asked -> requireUsed(asked.identity().businessDate()));
    return claim;
  }

  private void requireUsed(LocalDate date) {
    if (!with.days.contains(date)) {
      throw new AnalyticsException(
          ErrorCode.SNAPSHOT_DATE, date + " is not between " + with.days.from() + " and 2100");
    }
  }

  @Override
  public void execute(RunHandle handle) throws IOException {
    if (handle.run().state() == RunState.SUBMITTING) {
      with.publisher.resume(handle);
      return;
    }
    if (handle.run().state() == RunState.CLAIMED) {
      land(handle);
    }
    Run run = handle.run();
    LocalDate date = run.identity().businessDate();
    with.publisher.publish(
        handle,
        new PublicationPlan(
            snapshot.dataset(),
            with.days.interval(date),
            Publication.order(date, run.generation()),
            run.objects(),
            run.counts()));
  }

  private void land(RunHandle handle) throws IOException {
    Run run = handle.run();
    PublicationPlan source = with.objects.plan(run, area, snapshot.source());
    String key = handle.objectFolder() + "/all.json.gz";
    try (RowObject object = new RowObject(with.store, snapshot.dataset(), key)) {
      long read = count(source.objects(), run.identity().businessDate(), object, handle);
      LandedObject landed = object.commit();
      handle.extracted(
          new Counts(read, 0, 0, 0, landed.rows(), 0), List.of(landed), landed.rows() + " groups");
    }
  }

  private long count(List<LandedObject> objects, LocalDate date, RowSink sink, RunHandle handle)
      throws IOException {
    String timeStamp = Instants.format(with.days.firstInstant(date).toEpochMilli());
    SnapshotCounter counter = new SnapshotCounter(snapshot);
    long rows = 0;
    for (LandedObject object : objects) {
      rows += read(object, counter);
      if (handle != null) {
        handle.ensureHeld();
      }
      if (snapshot.perScope()) {
        counter.write(timeStamp, sink);
        counter = new SnapshotCounter(snapshot);
      }
    }
    counter.write(timeStamp, sink);
    return rows;
  }

  private long read(LandedObject object, SnapshotCounter counter) throws IOException {
    LandedRows rows = new LandedRows(snapshot.reads(), snapshot.expansion() != Expansion.NONE);
    long read;
    try (InputStream stored = with.store.open(object.key());
        InputStream lines = new GZIPInputStream(stored, 1 << 16)) {
      read = rows.read(lines, counter::add);
    } catch (NoSuchFileException e) {
      throw new AnalyticsException(ErrorCode.OBJECT_MISSING, object.key(), e);
    }
    if (read != object.rows()) {
      throw new AnalyticsException(
          ErrorCode.OBJECT_TRUNCATED,
          "%s has %d rows, not %d".formatted(object.key(), read, object.rows()));
    }
    return read;
  }

  @Override
  public Map<String, Object> dryRun(Invocation invocation) throws IOException {
    Pipeline pipeline = with.pipelines.require(area, invocation.businessDate());
    requireUsed(pipeline.businessDate());
    PublicationPlan source = with.objects.plan(pipeline, area, snapshot.source());
    long[] groups = new long[1];
    long read =
        count(source.objects(), pipeline.businessDate(), (b, from, length) -> groups[0]++, null);
    return Map.of("due", pipeline.isDue(), "read", read, "rows", groups[0]);
  }

  @Override
  public void ended(Run run) {
    with.publisher.ended(run);
  }
}
