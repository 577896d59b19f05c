package org.mlanalytics.runtime.function;

import java.time.Duration;
import org.bson.RawBsonDocument;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RejectClass;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.runtime.object.RowObject;
import org.mlanalytics.runtime.reject.Rejects;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.source.SourceDatabase;

/**
 * Counts what the rules do to the documents of one extraction, puts aside what they reject, and
 * tells the ledger how far the work has come: soon after it began, then every two seconds.
 */
final class Tally {

  private static final int CHECK_EVERY = 1 << 6;
  private static final long TELL_EVERY_NANOS = 2_000_000_000L;

  private final RunHandle handle;
  private final RowObject object;
  private final Rejects.Notes notes;
  private final long began = System.nanoTime();
  private long told = began - TELL_EVERY_NANOS;
  private long read;
  private long filtered;
  private long excluded;
  private long malformed;

  Tally(RunHandle handle, RowObject object, Rejects.Notes notes) {
    this.handle = handle;
    this.object = object;
    this.notes = notes;
  }

  /** Counts a document; stops the work when the run belongs to another instance. */
  void count(Value document, Outcome outcome, RawBsonDocument raw) {
    read++;
    if (outcome instanceof Outcome.Filtered) {
      filtered++;
    } else if (outcome instanceof Outcome.Rejected rejected) {
      notes.add(Extraction.id(document), rejected, SourceDatabase.bytes(raw));
      if (rejected.clazz() == RejectClass.EXCLUDED) {
        excluded++;
      } else {
        malformed++;
      }
    }
    if (read % CHECK_EVERY == 0) {
      handle.ensureHeld();
      if (System.nanoTime() - told >= TELL_EVERY_NANOS) {
        tell();
      }
    }
  }

  /** Tells the ledger how far the work has come. */
  void tell() {
    told = System.nanoTime();
    handle.progress(counts(), Duration.ofNanos(told - began), object.bytes());
  }

  Counts counts() {
    return new Counts(read, filtered, excluded, malformed, object.rows(), 0);
  }
}
