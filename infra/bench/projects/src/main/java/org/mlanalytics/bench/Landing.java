package org.mlanalytics.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.bson.RawBsonDocument;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RowSink;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.runtime.object.LocalObjectStore;
import org.mlanalytics.runtime.object.RowObject;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.source.SourceDatabase;

/** Lands all rows as the runtime's {@code Extraction} does, without ledger and heartbeat. */
final class Landing {

  /** The key of the object. */
  static final String KEY = "all.json.gz";

  /** What generated documents are put aside for. */
  private static final Set<String> EXCLUDED = Set.of("no-program", "unknown-solution");

  private Landing() {}

  /** What turns a document into rows. */
  @FunctionalInterface
  interface Rules {
    Outcome transform(Value document, RowSink sink) throws IOException;
  }

  static Measurement measure(
      Probe probe, Iterable<RawBsonDocument> source, Rules rules, Dataset dataset, Path folder)
      throws IOException {
    LocalObjectStore store = new LocalObjectStore(folder);
    long documents = 0;
    try (RowObject object = new RowObject(store, dataset, KEY)) {
      for (RawBsonDocument document : source) {
        Outcome outcome = rules.transform(SourceDatabase.view(document), object);
        if (outcome instanceof Outcome.Rejected rejected && !EXCLUDED.contains(rejected.code())) {
          throw new IllegalStateException(rejected.toString());
        }
        documents++;
        probe.step(documents);
      }
      LandedObject landed = object.commit();
      return probe.measured(documents, landed.rows(), landed.bytes(), landed.sha256());
    }
  }
}
