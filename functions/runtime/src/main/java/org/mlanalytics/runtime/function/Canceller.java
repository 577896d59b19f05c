package org.mlanalytics.runtime.function;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunJournal;
import org.mlanalytics.runtime.run.RunLedger;

/** Ends runs by an operator's wish. */
@ApplicationScoped
public class Canceller {

  private final RunLedger ledger;
  private final Pipelines pipelines;
  private final RunJournal journal;
  private final List<CancelListener> listeners;

  Canceller(
      RunLedger ledger,
      Pipelines pipelines,
      RunJournal journal,
      @All List<CancelListener> listeners) {
    this.ledger = ledger;
    this.pipelines = pipelines;
    this.journal = journal;
    this.listeners = listeners;
  }

  /**
   * Cancels a run. Its owner, if any, finds its lease lost; a scope that it was to extract counts
   * as failed.
   *
   * @return the run after the call; a run that has ended is returned as it is
   */
  public Run cancel(Run run) {
    Run current = run;
    while (!current.state().isFinal()) {
      Run active = current;
      listeners.forEach(listener -> listener.cancelling(active));
      Optional<Run> cancelled = ledger.cancel(current, "cancelled by an operator");
      if (cancelled.isPresent()) {
        return ended(cancelled.get());
      }
      current = ledger.find(run.identity()).orElseThrow();
    }
    return current;
  }

  private Run ended(Run run) {
    if (run.pipeline() != null) {
      pipelines.failed(run.pipeline(), run.identity().scope(), run.generation());
    }
    listeners.forEach(listener -> listener.cancelled(run));
    journal.worked(run);
    return run;
  }

  /** Told about cancelled runs. */
  public interface CancelListener {
    /**
     * The run is about to be cancelled: what it has started elsewhere is stopped first. An
     * exception leaves the run active, so that the operator can ask again.
     */
    void cancelling(Run run);

    /** The run was cancelled, whatever it was doing. */
    void cancelled(Run run);
  }
}
