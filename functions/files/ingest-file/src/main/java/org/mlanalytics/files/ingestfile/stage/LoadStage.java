package org.mlanalytics.files.ingestfile.stage;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.SchemaCatalogue;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.RunHandle;

/** Loads the good rows of a checked file into its target. */
public final class LoadStage {

  private static final long TELL_EVERY_NANOS = 2_000_000_000L;
  private static final int LOOK_EVERY = 1 << 8;

  private final FileReading reading;
  private final SchemaCatalogue schemas;
  private final MongoClient mongo;
  private final String databasePrefix;
  private final int batchSize;

  /**
   * @param databasePrefix the tenant's name behind it is the name of the tenant's database
   * @param batchSize rows of one round trip
   */
  public LoadStage(
      FileReading reading,
      SchemaCatalogue schemas,
      MongoClient mongo,
      String databasePrefix,
      int batchSize) {
    this.reading = reading;
    this.schemas = schemas;
    this.mongo = mongo;
    this.databasePrefix = databasePrefix;
    this.batchSize = batchSize;
  }

  /**
   * Loads the rows; those that were loaded before a crash are the same once more.
   *
   * @param sha256 digest of the file's content
   * @return rows loaded
   */
  public long load(RunHandle handle, AcceptedRequest accepted, Target target, String sha256)
      throws IOException {
    RowTarget rows = open(accepted, target, sha256);
    Counts counts = handle.run().counts();
    long began = System.nanoTime();
    long[] last = {0, began};
    reading.read(
        accepted,
        sha256,
        row -> {
          rows.accept(row);
          if (++last[0] % LOOK_EVERY == 0) {
            handle.ensureHeld();
            long now = System.nanoTime();
            if (now - last[1] >= TELL_EVERY_NANOS) {
              last[1] = now;
              handle.progress(
                  counts.withPublished(rows.loaded()), Duration.ofNanos(now - began), 0);
            }
          }
        },
        row -> {});
    rows.complete();
    return rows.loaded();
  }

  private RowTarget open(AcceptedRequest accepted, Target target, String sha256) {
    return switch (target.kind()) {
      case MONGO ->
          new MongoTarget(
              mongo
                  .getDatabase(databasePrefix + accepted.tenant())
                  .withWriteConcern(WriteConcern.MAJORITY)
                  .getCollection(target.name()),
              key(accepted),
              sha256,
              batchSize);
    };
  }

  /** The first unique key that the schema declares. */
  private List<String> key(AcceptedRequest accepted) {
    FileSchema schema = schemas.of(accepted);
    return schema == null || schema.unique().isEmpty() ? List.of() : schema.unique().get(0);
  }
}
