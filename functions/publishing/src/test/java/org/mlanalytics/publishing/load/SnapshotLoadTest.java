package org.mlanalytics.publishing.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunState;

class SnapshotLoadTest {

  @RegisterExtension final LoadFixture load = new LoadFixture();

  @Test
  void theLandedRowsAreCountedAndPublishedForTheirDate() throws IOException {
    load.insert(id(1), id(2), id(3), id(4), id(5));
    load.extracted();
    load.call(load.snapshot, null, null);

    Run run = run();
    assertEquals(RunState.SUBMITTED, run.state());
    assertEquals("2023-07-10/2023-07-11", run.druid().interval());
    assertEquals(1, run.druid().expectedRows());
    assertEquals(5, run.counts().read());
    String rows = rows(run.objects().get(0).key());
    assertTrue(rows.contains("\"time_stamp\":\"2023-07-10T18:30:00.000Z\""), rows);
    assertTrue(rows.contains("\"unique_submissions\":5"), rows);
  }

  @Test
  void itWaitsForTheLastRange() {
    load.insert(id(1));
    load.call(load.surveys, null, null);
    AnalyticsException early =
        assertThrows(AnalyticsException.class, () -> load.call(load.snapshot, null, null));
    assertEquals(ErrorCode.PIPELINE_INCOMPLETE, early.code());
  }

  @Test
  void anObjectThatIsGoneFailsTheRun() throws IOException {
    load.insert(id(1));
    load.extracted();
    Files.delete(landed());
    load.call(load.snapshot, null, null);
    assertEquals(ErrorCode.OBJECT_MISSING.code(), run().error().code());
  }

  @Test
  void anObjectWithOtherRowsThanItsManifestFailsTheRun() throws IOException {
    load.insert(id(1), id(2));
    load.extracted();
    ByteArrayOutputStream fewer = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(fewer)) {
      gzip.write("{\"survey_submission_id\":\"x\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(landed(), fewer.toByteArray());
    load.call(load.snapshot, null, null);
    assertEquals(ErrorCode.OBJECT_TRUNCATED.code(), run().error().code());
  }

  @Test
  void aDateBeforeTheFirstOneIsRefused() {
    String early = "2001-01-01";
    RunRequest night = new RunRequest("survey-status", early, null, null, null, null);
    load.runtime.call(load.surveys, night);
    load.runtime.call(
        load.surveys, new RunRequest("survey-status", early, "first-last", null, null, null));
    AnalyticsException refused =
        assertThrows(
            AnalyticsException.class,
            () ->
                load.runtime.call(
                    load.snapshot,
                    new RunRequest("survey-snapshot", early, null, null, null, null)));
    assertEquals(ErrorCode.SNAPSHOT_DATE, refused.code());
  }

  @Test
  void aDryRunCountsAndWritesNothing() {
    load.insert(id(1), id(2), id(3));
    load.extracted();
    Map<String, Object> details =
        load.runtime
            .call(
                load.snapshot,
                new RunRequest("survey-snapshot", LoadFixture.DATE, null, null, true, null))
            .details();
    assertEquals(Map.of("due", true, "read", 3L, "rows", 1L), details);
    assertEquals(Map.of(), load.runs("survey-snapshot"));
  }

  private Run run() {
    return load.runs("survey-snapshot").get("*");
  }

  private Path landed() {
    return load.directory()
        .resolve(load.runs("survey-status").get("first-last").objects().get(0).key());
  }

  private String rows(String key) throws IOException {
    try (GZIPInputStream lines = new GZIPInputStream(load.store.open(key))) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ObjectId id(int number) {
    return new ObjectId("%024x".formatted(number));
  }
}
