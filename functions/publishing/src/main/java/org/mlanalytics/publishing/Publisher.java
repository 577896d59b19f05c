package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.DruidTask;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Policy;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.run.RunState;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * Replaces an interval of a Druid datasource by landed objects, exactly once: the right to publish
 * is taken, everything is checked, what will be sent is recorded, then it is sent. Nothing waits
 * for Druid here; the {@link Settler} asks for the task's fate.
 */
@ApplicationScoped
public class Publisher {

  private final Publications publications;
  private final Druid druid;
  private final ShrinkGuard guard;
  private final ObjectStore store;
  private final DirectoryProof directory;
  private final RunLedger ledger;
  private final LedgerClock clock;
  private final PublishingConfig config;
  private final String env;

  Publisher(
      Publications publications,
      Druid druid,
      ShrinkGuard guard,
      ObjectStore store,
      DirectoryProof directory,
      RunLedger ledger,
      LedgerClock clock,
      PublishingConfig config,
      AnalyticsConfig analytics) {
    this.publications = publications;
    this.druid = druid;
    this.guard = guard;
    this.store = store;
    this.directory = directory;
    this.ledger = ledger;
    this.clock = clock;
    this.config = config;
    this.env = analytics.env();
  }

  /**
   * Publishes a plan with a run that is {@code CLAIMED}. Afterwards the run is {@code SUBMITTED},
   * {@code SKIPPED} as superseded, or waits for another publication to end.
   *
   * @throws AnalyticsException when a check refuses: published data stay as they were
   */
  public void publish(RunHandle handle, PublicationPlan plan) throws IOException {
    Run run = handle.run();
    String dataset = plan.dataset().name();
    String taskId = taskId(dataset, run);
    if (!acquire(handle, dataset, plan.interval(), plan.order(), taskId)) {
      return;
    }
    List<LandedObject> objects = plan.rows() == 0 ? plan.objects() : plan.filledObjects();
    long published;
    try {
      published = guard.check(plan, run.policy());
      if (plan.rows() == 0 && published == 0) {
        publications.release(dataset, plan.interval(), taskId);
        handle.skip("no row to publish, and none is published");
        return;
      }
      verify(objects);
      directory.ensure();
    } catch (AnalyticsException e) {
      if (!e.isTransient()) {
        publications.release(dataset, plan.interval(), taskId);
      }
      throw e;
    }
    DruidTask task =
        DruidTask.planned(taskId, DruidTask.Kind.REPLACE, dataset, plan.interval(), plan.rows())
            .inSegmentsOf(plan.dataset().segmentGranularity())
            .replacing(druid.visibleVersion(dataset, plan.interval()));
    handle.submitting(
        task.withPayloadHash(hash(task, objects)),
        withAbout(run, objects),
        plan.counts(),
        published == 0 ? "nothing is published yet" : "in place of " + published + " rows");
    send(handle, payload(task, objects));
  }

  /**
   * Publishes a plan once more, whatever the guard would say of what is published now. A fault that
   * may pass leaves the run for the next try, all others end it.
   */
  void restore(RunHandle handle, PublicationPlan plan) {
    try {
      if (handle.run().state() == RunState.SUBMITTING) {
        resume(handle);
      } else {
        publish(handle, plan);
      }
    } catch (AnalyticsException e) {
      if (e.isTransient()) {
        handle.await(e.code().code() + " " + e.getMessage());
        throw e;
      }
      handle.fail(e.code(), e.getMessage());
    } catch (IOException e) {
      handle.fail(ErrorCode.STORE_UNAVAILABLE, e.toString());
    }
  }

  /** Removes a dataset's segments for good, with a run that is {@code CLAIMED}. */
  public void purge(RunHandle handle, Dataset dataset) {
    Run run = handle.run();
    String taskId = taskId(dataset.name(), run) + "-kill";
    if (!acquire(handle, dataset.name(), IngestionSpec.ETERNITY, Publication.AFTER_ALL, taskId)) {
      return;
    }
    DruidTask task =
        DruidTask.planned(taskId, DruidTask.Kind.KILL, dataset.name(), IngestionSpec.ETERNITY, 0);
    handle.submitting(
        task.withPayloadHash(hash(task, List.of())), List.of(), Counts.NONE, "all segments");
    send(handle, payload(task, List.of()));
  }

  /** Goes on with a run that was taken over in {@code SUBMITTING}: sends what is recorded. */
  public void resume(RunHandle handle) {
    Run run = handle.run();
    send(handle, payload(run.druid(), run.objects()));
  }

  /** What is published, and what tells of it. */
  private static List<LandedObject> withAbout(Run run, List<LandedObject> objects) {
    return Stream.concat(objects.stream(), run.objects().stream().filter(LandedObject::onlyTells))
        .toList();
  }

  /** Sends a submitted run's task once more, with the same id. */
  void resend(Run run) {
    druid.submit(payload(run.druid(), run.objects()));
  }

  /**
   * A run has failed or was cancelled: its task is stopped and its right to publish is free again.
   */
  public void ended(Run run) {
    if (run.druid() != null) {
      if (run.state() == RunState.CANCELLED) {
        stop(run);
      }
      publications.release(run.druid().dataset(), run.druid().interval(), run.druid().taskId());
    }
  }

  /** Stops the Druid task of a run, if it has one. */
  void stop(Run run) {
    if (run.druid() != null) {
      druid.shutdown(run.druid().taskId());
    }
  }

  private void send(RunHandle handle, ObjectNode payload) {
    DruidTask task = handle.run().druid();
    if (task.kind() == DruidTask.Kind.KILL) {
      druid.markUnused(task.dataset());
    }
    druid.submit(payload);
    handle.submitted(task.sent(clock.now()));
  }

  private boolean acquire(
      RunHandle handle, String dataset, String interval, String order, String taskId) {
    Run run = handle.run();
    Publication.Holder me =
        new Publication.Holder(run.id(), run.identity().key(), run.attempt(), taskId);
    if (publications.acquire(dataset, interval, me, order)) {
      return true;
    }
    Publication publication = publications.inTheWay(dataset, interval, me);
    if (publication.last() != null && publication.last().order().compareTo(order) > 0) {
      handle.skip(ErrorCode.SUPERSEDED.code() + " superseded by " + publication.last().order());
      return false;
    }
    Publication.Holder other = publication.active();
    if (other != null) {
      freeIfEnded(dataset, interval, other);
      if (run.policy() == Policy.FORCE && isOvertaken(other, dataset, interval)) {
        druid.shutdown(other.taskId());
      }
    }
    handle.await("waits for " + (other == null ? "its turn" : other.taskId()));
    return false;
  }

  /** Of a file that covers more than the interval, rows would be missing if it were stopped. */
  private boolean isOvertaken(Publication.Holder other, String dataset, String interval) {
    return !Publications.isPartOfFiles(dataset, interval)
        || ledger
            .byId(other.run())
            .map(Run::druid)
            .filter(task -> DruidTime.encloses(interval, task.interval()))
            .isPresent();
  }

  /** A holder that ended without giving the right back has crashed between the two. */
  private void freeIfEnded(String dataset, String interval, Publication.Holder other) {
    Optional<Run> holder = ledger.byId(other.run());
    boolean ended =
        holder.isEmpty()
            || (holder.get().state().isFinal() && holder.get().attempt() == other.attempt());
    if (ended) {
      publications.release(dataset, interval, other.taskId());
    }
  }

  private void verify(List<LandedObject> objects) throws IOException {
    for (LandedObject object : objects) {
      OptionalLong size = store.size(object.key());
      if (size.isEmpty()) {
        throw new AnalyticsException(ErrorCode.OBJECT_MISSING, object.key());
      }
      if (size.getAsLong() != object.bytes()) {
        throw new AnalyticsException(
            ErrorCode.OBJECT_TRUNCATED,
            "%s has %d bytes, not %d".formatted(object.key(), size.getAsLong(), object.bytes()));
      }
    }
  }

  private ObjectNode payload(DruidTask task, List<LandedObject> objects) {
    return payload(task, store.druidInputSource(keys(objects)));
  }

  private ObjectNode payload(DruidTask task, Map<String, Object> inputSource) {
    return task.kind() == DruidTask.Kind.KILL
        ? IngestionSpec.kill(task.dataset(), task.interval(), task.taskId())
        : IngestionSpec.replace(
            dataset(task), task.interval(), task.taskId(), inputSource, config.maxSubTasks());
  }

  /** The dataset as a task writes it. */
  static Dataset dataset(DruidTask task) {
    Dataset dataset = Datasets.named(task.dataset()).orElseThrow();
    return task.segments() == null ? dataset : dataset.inSegmentsOf(task.segments());
  }

  private static List<String> keys(List<LandedObject> objects) {
    return objects.stream().filter(o -> !o.onlyTells()).map(LandedObject::key).toList();
  }

  private String taskId(String dataset, Run run) {
    return "mla-%s-%s-%s-a%d".formatted(env, dataset, run.id(), run.attempt());
  }

  /** Digest of what is sent; of the objects' keys, as an address may be signed anew each time. */
  private String hash(DruidTask task, List<LandedObject> objects) {
    ObjectNode payload = payload(task, Map.of("keys", keys(objects)));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(payload.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
