package org.mlanalytics.runtime.run;

import io.quarkus.arc.All;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.mlanalytics.core.row.Outcome;

/** Tells once what a run did: one line in the log, and a word to everybody who observes runs. */
@Singleton
@Typed(RunJournal.class)
public final class RunJournal implements RunObserver {

  private static final Logger LOG = Logger.getLogger("org.mlanalytics.runs");

  private final List<RunObserver> observers;

  RunJournal(@All List<RunObserver> observers) {
    this.observers = observers;
  }

  /** A journal for these observers. */
  public static RunJournal of(RunObserver... observers) {
    return new RunJournal(List.of(observers));
  }

  @Override
  public void worked(Run run) {
    worked(run, null);
  }

  /**
   * This process's part of a run is over.
   *
   * @param fault what ended it, or null
   */
  public void worked(Run run, Throwable fault) {
    try (LoggedRun fields = new LoggedRun(run)) {
      log(run, fault);
    }
    observers.forEach(observer -> observer.worked(run));
  }

  private static void log(Run run, Throwable fault) {
    LOG.logf(
        run.state() == RunState.FAILED ? Logger.Level.ERROR : Logger.Level.INFO,
        fault,
        "%s %s %s attempt %d: %s, read %d, rows %d, excluded %d, malformed %d, published %d%s",
        run.identity().key(),
        run.id(),
        run.trigger(),
        run.attempt(),
        run.state(),
        run.counts().read(),
        run.counts().written(),
        run.counts().excluded(),
        run.counts().malformed(),
        run.counts().published(),
        run.error() == null ? "" : ", " + run.error().code() + " " + run.error().message());
  }

  @Override
  public void putAside(Run run, Outcome.Rejected rejected) {
    observers.forEach(observer -> observer.putAside(run, rejected));
  }
}
