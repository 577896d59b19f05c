package org.mlanalytics.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mlanalytics.core.dataset.FileDatasets;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.Outbox;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.run.DruidTask;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunJournal;
import org.mlanalytics.runtime.run.RunLedger;
import org.mlanalytics.runtime.time.LedgerClock;

/**
 * Ends the runs that wait for Druid. A publication has succeeded when its task has, when the task's
 * report shows exactly the rows of the manifests, and when a count by SQL shows them too.
 */
@ApplicationScoped
public class Settler {

  private static final Logger LOG = Logger.getLogger("org.mlanalytics.runs");

  private final RunLedger ledger;
  private final Publications publications;
  private final Publisher publisher;
  private final Restorer restorer;
  private final Druid druid;
  private final Outbox outbox;
  private final RunJournal journal;
  private final LedgerClock clock;
  private final PublishingConfig config;

  Settler(
      RunLedger ledger,
      Publications publications,
      Publisher publisher,
      Restorer restorer,
      Druid druid,
      Outbox outbox,
      RunJournal journal,
      LedgerClock clock,
      PublishingConfig config) {
    this.ledger = ledger;
    this.publications = publications;
    this.publisher = publisher;
    this.restorer = restorer;
    this.druid = druid;
    this.outbox = outbox;
    this.journal = journal;
    this.clock = clock;
    this.config = config;
  }

  /**
   * Asks Druid for the fate of a submitted run and records it.
   *
   * @return the run after the call
   */
  public Run settle(Run run) {
    try {
      return ask(run);
    } catch (AnalyticsException e) {
      if (e.isTransient()) {
        throw e;
      }
      // one run that cannot be asked for does not keep the others from their end
      LOG.errorf(e, "%s %s is not settled", run.identity().key(), run.id());
      return run;
    }
  }

  private Run ask(Run run) {
    DruidTask task = run.druid();
    Optional<TaskStatus> status = druid.status(task.taskId());
    if (status.isEmpty()) {
      return unknown(run);
    }
    if (status.get().failed()) {
      return failed(run, ErrorCode.TASK_FAILED, status.get().error());
    }
    if (!status.get().succeeded()) {
      return told(run, task.told(status.get().code(), clock.now()));
    }
    return task.kind() == DruidTask.Kind.KILL ? killed(run) : replaced(run);
  }

  private Run unknown(Run run) {
    Instant now = clock.now();
    DruidTask task = run.druid().told(null, now);
    if (task.course().unknownSince().plus(config.resendAfter()).isAfter(now)) {
      return told(run, task);
    }
    if (task.course().sends() >= config.maxSends()) {
      return failed(
          run,
          ErrorCode.TASK_FORGOTTEN,
          task.taskId() + " was sent " + task.course().sends() + " times");
    }
    try {
      publisher.resend(run);
    } catch (AnalyticsException e) {
      if (e.isTransient()) {
        throw e;
      }
      return failed(run, e.code(), e.getMessage());
    }
    return told(run, task.sent(now));
  }

  private Run replaced(Run run) {
    DruidTask task = run.druid();
    Publication.Published last = publications.get(task.dataset(), task.interval()).last();
    if (last != null && last.taskId().equals(task.taskId())) {
      // recorded as published before a crash; by now a newer publication may show other rows
      return succeed(run, task.finished(last.rows(), clock.now()), last.rows(), "published");
    }
    Optional<TaskReport> report = druid.report(task.taskId());
    if (report.isPresent() && !report.get().isExactly(task.expectedRows())) {
      return differs(run, "the task " + report.get());
    }
    Instant now = clock.now();
    DruidTask finished =
        task.finished(report.map(TaskReport::processed).orElse(task.expectedRows()), now);
    long shown = druid.count(task.dataset(), task.interval());
    // as many rows as before may still be the rows of before
    boolean replaced = task.isReplacedBy(druid.visibleVersion(task.dataset(), task.interval()));
    if (replaced && shown == task.expectedRows()) {
      return succeeded(run, finished, shown);
    }
    if (finished.course().finishedAt().plus(config.visibleWithin()).isAfter(now)) {
      return told(run, finished);
    }
    return differs(run, "a query shows " + shown + (replaced ? "" : ", of older segments"));
  }

  private Run differs(Run run, String what) {
    DruidTask task = run.druid();
    publications.release(task.dataset(), task.interval(), task.taskId());
    // before the run ends: after a crash the next settler finds it and does both
    if (!restorer.restore(run)) {
      return run;
    }
    return failed(
        run, ErrorCode.ROWS_DIFFER, "%d rows were landed, %s".formatted(task.expectedRows(), what));
  }

  private Run killed(Run run) {
    DruidTask task = run.druid().finished(0, clock.now());
    long shown = druid.count(task.dataset(), task.interval());
    if (shown > 0) {
      return told(run, task);
    }
    publications.purged(task.dataset(), task.interval(), task.taskId());
    return succeed(run, task, 0, "purged");
  }

  private Run succeeded(Run run, DruidTask task, long shown) {
    if (!Restorer.isRestoration(run)) {
      publications.published(
          task.dataset(),
          task.interval(),
          new Publication.Published(
              Publication.order(run.identity().businessDate(), run.generation()),
              run.identity().businessDate(),
              run.generation(),
              task.taskId(),
              shown,
              run.objects().stream().filter(object -> !object.onlyTells()).toList()));
    }
    publications.release(task.dataset(), task.interval(), task.taskId());
    return succeed(run, task, shown, "published");
  }

  private Run succeed(Run run, DruidTask task, long shown, String what) {
    Optional<Run> after =
        ledger.succeed(
            run,
            task,
            run.counts().withPublished(shown),
            List.of(event(run, what, shown)),
            shown + " rows " + what);
    after.ifPresent(
        done -> {
          outbox.drain(done);
          journal.worked(done);
        });
    return after.orElse(run);
  }

  private Run failed(Run run, ErrorCode code, String message) {
    DruidTask task = run.druid();
    publications.release(task.dataset(), task.interval(), task.taskId());
    Optional<Run> after = ledger.fail(run, code, message);
    after.ifPresent(
        f -> {
          outbox.drain(f);
          journal.worked(f);
        });
    return after.orElse(run);
  }

  private Run told(Run run, DruidTask task) {
    return task.equals(run.druid()) ? run : ledger.told(run, task).orElse(run);
  }

  private StepEvent event(Run run, String what, long rows) {
    if (FileDatasets.isFile(run.druid().dataset()) && !Restorer.isRestoration(run)) {
      String scope = run.identity().scope();
      return StepEvent.of(
          run, "ingested", "file.ingested", scope, run.generation(), rows, clock.now());
    }
    String subject = run.identity().function().replaceFirst("^(publish|purge|restore)-", "");
    return StepEvent.of(run, what, subject + "." + what, null, run.generation(), rows, clock.now());
  }
}
