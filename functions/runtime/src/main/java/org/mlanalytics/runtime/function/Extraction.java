package org.mlanalytics.runtime.function;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.bson.RawBsonDocument;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RejectClass;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.runtime.object.ObjectKeys;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.object.RowObject;
import org.mlanalytics.runtime.reject.Rejects;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.source.SourceDatabase;

/**
 * Streams documents through their rules into one object; memory does not grow with their number.
 */
@ApplicationScoped
public class Extraction {

  private final ObjectStore store;
  private final Rejects rejects;

  Extraction(ObjectStore store, Rejects rejects) {
    this.store = store;
    this.rejects = rejects;
  }

  /** Rules that make rows of a document. */
  @FunctionalInterface
  public interface Rules {
    /** Hands the document's rows to the sink, or says why there are none. */
    Outcome transform(Value document, RowSink sink) throws IOException;
  }

  /**
   * Lands the rows of all documents and records the object in the run.
   *
   * @param documents the cursor
   * @param mine whether a document belongs to the run at all; others are not counted
   */
  public void land(
      RunHandle handle,
      Dataset dataset,
      Iterable<RawBsonDocument> documents,
      Predicate<Value> mine,
      Rules rules)
      throws IOException {
    String key =
        handle.objectFolder()
            + "/"
            + ObjectKeys.segment(handle.run().identity().scope())
            + ".json.gz";
    try (RowObject object = new RowObject(store, dataset, key)) {
      Rejects.Notes notes = rejects.of(handle.run());
      Tally tally = new Tally(handle, object, notes);
      for (RawBsonDocument document : documents) {
        Value value = SourceDatabase.view(document);
        if (mine.test(value)) {
          tally.count(value, rules.transform(value, object), document);
        }
      }
      // an overtaken instance must not touch what its successor has noted
      tally.tell();
      notes.complete();
      LandedObject landed = object.commit();
      handle.extracted(tally.counts(), List.of(landed), landed.rows() + " rows");
    }
  }

  /** Counts what the rules would do, and writes nothing. */
  public Counts count(Iterable<RawBsonDocument> documents, Predicate<Value> mine, Rules rules)
      throws IOException {
    long[] n = new long[5];
    for (RawBsonDocument document : documents) {
      Value value = SourceDatabase.view(document);
      if (mine.test(value)) {
        n[0]++;
        Outcome outcome = rules.transform(value, (buffer, offset, length) -> n[4]++);
        if (outcome instanceof Outcome.Filtered) {
          n[1]++;
        } else if (outcome instanceof Outcome.Rejected rejected) {
          n[rejected.clazz() == RejectClass.EXCLUDED ? 2 : 3]++;
        }
      }
    }
    return new Counts(n[0], n[1], n[2], n[3], n[4], 0);
  }

  /** The id of a document for people; a document whose id is no text has none. */
  public static String id(Value document) {
    try {
      return String.valueOf(document.get("_id").text());
    } catch (RuleViolation noText) {
      return "(no text)";
    }
  }
}
