package org.mlanalytics.files.ingestfile.stage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.FileDatasets;
import org.mlanalytics.files.checking.schema.FileSchema;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.publishing.IngestionSpec;
import org.mlanalytics.publishing.Publication;
import org.mlanalytics.publishing.PublicationPlan;
import org.mlanalytics.publishing.Publisher;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.object.ObjectStore;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunState;

/**
 * Publishes the good rows of a checked file as a datasource of the tenant, in place of those of the
 * file before; or in place of all rows of the hours, days, months or years in which they lie. They
 * are landed as one object; what Druid makes of it is settled by others.
 */
public final class DruidLoad {

  private static final String ROWS = "/rows.json.gz";
  private static final JsonFactory JSON = new JsonFactory();
  private static final int ENSURE_EVERY = 1 << 10;

  private final ObjectStore store;
  private final FileReading reading;
  private final KeptSchemas schemas;
  private final Publisher publisher;

  /** Lands in a store what a publisher makes Druid read. */
  public DruidLoad(
      ObjectStore store, FileReading reading, KeptSchemas schemas, Publisher publisher) {
    this.store = store;
    this.reading = reading;
    this.schemas = schemas;
    this.publisher = publisher;
  }

  /**
   * Lands and publishes, or goes on with it. Afterwards Druid has the task, or the run waits, or
   * was skipped as there is no row and so no interval.
   *
   * @param sha256 digest of the file's content
   * @throws AnalyticsException {@link ErrorCode#FILE_INTERVAL} when the rows say no interval, or
   *     too long a one
   */
  public void load(RunHandle handle, AcceptedRequest accepted, Target target, String sha256)
      throws IOException {
    if (handle.run().state() == RunState.SUBMITTING) {
      publisher.resume(handle);
      return;
    }
    if (rows(handle.run()).isEmpty()) {
      LandedObject landed = land(handle, accepted, target, sha256);
      handle.extracted(
          handle.run().counts(),
          Stream.concat(handle.run().objects().stream(), Stream.of(landed)).toList(),
          landed.rows() + " rows landed");
    }
    Run run = handle.run();
    Dataset whole = FileDatasets.of(accepted.tenant(), target.name());
    String interval = target.span() == null ? IngestionSpec.ETERNITY : rows(run).get(0).interval();
    if (interval == null) {
      handle.skip("no row, so none is replaced");
      return;
    }
    publisher.publish(
        handle,
        new PublicationPlan(
            target.span() == null ? whole : whole.inSegmentsOf(target.span()),
            interval,
            Publication.order(run.identity().businessDate(), run.generation()),
            rows(run),
            run.counts()));
  }

  /** A run has failed: its right to publish is free again. */
  public void ended(Run run) {
    publisher.ended(run);
  }

  private static List<LandedObject> rows(Run run) {
    return run.objects().stream().filter(object -> !object.onlyTells()).toList();
  }

  private LandedObject land(
      RunHandle handle, AcceptedRequest accepted, Target target, String sha256) throws IOException {
    FileSchema schema = schemas.of(handle.run());
    CoveredTime covered = target.span() == null ? null : new CoveredTime(target.span());
    if (covered != null && DruidRow.timeColumn(schema).isEmpty()) {
      throw new AnalyticsException(
          ErrorCode.FILE_INTERVAL, "the schema has no column of type instant or date");
    }
    DruidRow row = new DruidRow(schema, accepted.acceptedAt());
    long[] rows = new long[1];
    try (StoredObject object = new StoredObject(store, handle.objectFolder() + ROWS)) {
      GZIPOutputStream packed = new GZIPOutputStream(object, 1 << 15);
      JsonGenerator json = JSON.createGenerator(packed);
      json.setRootValueSeparator(null);
      // closing the object before its commit would discard it
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      reading.rows(
          accepted,
          sha256,
          schema,
          good -> {
            Instant time = row.write(good, json);
            json.writeRaw('\n');
            if (covered != null) {
              covered.add(time);
            }
            if (++rows[0] % ENSURE_EVERY == 0) {
              handle.ensureHeld();
            }
          });
      json.close();
      packed.finish();
      String interval = covered == null ? null : covered.interval();
      return object.commit(rows[0]).replacing(interval);
    }
  }
}
