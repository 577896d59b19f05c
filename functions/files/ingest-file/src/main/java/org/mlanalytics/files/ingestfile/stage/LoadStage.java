package org.mlanalytics.files.ingestfile.stage;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mlanalytics.files.checking.RowSink;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.RunHandle;

/** Loads the good rows of a checked file into its target, by the schema that it was checked by. */
public final class LoadStage {

  private static final long TELL_EVERY_NANOS = 2_000_000_000L;
  private static final int LOOK_EVERY = 1 << 8;

  private final FileReading reading;
  private final KeptSchemas schemas;
  private final Map<Target.Kind, RowTargets> targets;

  /**
   * @param targets where rows of each kind of target go
   */
  public LoadStage(FileReading reading, KeptSchemas schemas, Map<Target.Kind, RowTargets> targets) {
    this.reading = reading;
    this.schemas = schemas;
    this.targets = Map.copyOf(targets);
  }

  /**
   * Loads the rows; those that were loaded before a crash are the same once more.
   *
   * @param sha256 digest of the file's content
   * @return rows loaded
   */
  public long load(RunHandle handle, AcceptedRequest accepted, Target target, String sha256)
      throws IOException {
    FileSchema schema = schemas.of(handle.run());
    RowTargets.Load load =
        new RowTargets.Load(handle.run(), accepted.tenant(), target, key(schema), sha256);
    try (RowTarget rows = targets.get(target.kind()).open(load)) {
      reading.rows(accepted, sha256, schema, telling(handle, rows));
      rows.complete();
      return rows.loaded();
    }
  }

  private static RowSink telling(RunHandle handle, RowTarget rows) {
    Counts counts = handle.run().counts();
    long began = System.nanoTime();
    long[] last = {0, began};
    return row -> {
      rows.accept(row);
      if (++last[0] % LOOK_EVERY == 0) {
        handle.ensureHeld();
        long now = System.nanoTime();
        if (now - last[1] >= TELL_EVERY_NANOS) {
          last[1] = now;
          handle.progress(counts.withPublished(rows.loaded()), Duration.ofNanos(now - began), 0);
        }
      }
    };
  }

  /** The first unique key that the schema declares. */
  private static List<String> key(FileSchema schema) {
    return schema.unique().isEmpty() ? List.of() : schema.unique().get(0);
  }
}
