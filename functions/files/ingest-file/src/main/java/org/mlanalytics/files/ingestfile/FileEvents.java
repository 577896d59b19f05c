package org.mlanalytics.files.ingestfile;

import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.time.LedgerClock;

/** What is told of files. */
final class FileEvents {

  private static final String INGESTED = "file.ingested";
  private static final String REJECTED = "file.rejected";

  private final LedgerClock clock;

  FileEvents(LedgerClock clock) {
    this.clock = clock;
  }

  /** The rows of a file are in the run's target. */
  StepEvent ingested(Run run, long rows) {
    return of(run, "ingested", INGESTED, rows);
  }

  /** A file was not fetched, or is not good enough: nothing of it is loaded. */
  StepEvent rejected(Run run) {
    return of(run, "rejected", REJECTED, null);
  }

  private StepEvent of(Run run, String what, String name, Long rows) {
    return StepEvent.of(
        run, what, name, run.identity().scope(), run.generation(), rows, clock.now());
  }
}
