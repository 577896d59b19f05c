package org.mlanalytics.publishing.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunState;

class CollectionLoadTest {

  @RegisterExtension final LoadFixture load = new LoadFixture();

  @Test
  void everyDocumentIsExtractedOnceWhateverItsId() {
    load.insert(id(1), id(2), id(3), id(4), id(5), "text", 7, 8.5, true);
    Pipeline pipeline = load.extracted();

    assertEquals(
        List.of("first-" + id(3), id(3) + "-" + id(5), id(5) + "-last"), pipeline.expected());
    assertTrue(pipeline.isDue());
    Map<String, Run> runs = load.runs("survey-status");
    assertEquals(6, runs.get("first-" + id(3)).counts().read());
    assertEquals(2, runs.get(id(3) + "-" + id(5)).counts().read());
    assertEquals(1, runs.get(id(5) + "-last").counts().read());
    // an id that is a boolean is no text
    assertEquals(1, runs.get("first-" + id(3)).counts().malformed());
  }

  @Test
  void anEmptyCollectionIsOneRangeWithoutRows() {
    Pipeline pipeline = load.extracted();
    assertEquals(List.of("first-last"), pipeline.expected());
    assertEquals(0, load.runs("survey-status").get("first-last").counts().written());
  }

  @Test
  void theLastRangeMakesThePublicationDue() {
    load.insert(id(1), id(2), id(3));
    load.call(load.surveys, null, null);
    AnalyticsException early =
        assertThrows(AnalyticsException.class, () -> load.call(load.surveys, "publication", null));
    assertEquals(ErrorCode.PIPELINE_INCOMPLETE, early.code());

    load.extracted();
    load.call(load.surveys, "publication", null);
    Run publication = load.runs("survey-status").get("publication");
    assertEquals(RunState.SUBMITTED, publication.state());
    assertEquals(3, publication.druid().expectedRows());
    assertEquals(2, publication.objects().size());
  }

  @Test
  void eachRangeIsAnnouncedAndTellsOfItsEnd() {
    load.insert(id(1), id(2), id(3));
    Pipeline pipeline = load.extracted();
    assertEquals(2, load.broker.taken().stream().filter(e -> is(e.name(), "split")).count());
    assertEquals(
        pipeline.expected(),
        load.broker.taken().stream()
            .filter(e -> is(e.name(), "extracted"))
            .map(e -> e.data().scope())
            .toList());
  }

  @Test
  void aForcedNightSplitsAnew() {
    load.insert(id(1), id(2));
    load.extracted();
    load.insert(id(3), id(4), id(5));
    load.call(load.surveys, null, "force");
    assertEquals(2, load.pipeline().generation());
    assertEquals(3, load.pipeline().pending().size());
  }

  @Test
  void aRangeThatTheNightDoesNotHaveIsUnknown() {
    load.insert(id(1));
    load.call(load.surveys, null, null);
    for (String scope : List.of("first-" + id(1), "nonsense", "")) {
      AnalyticsException refused =
          assertThrows(AnalyticsException.class, () -> load.call(load.surveys, scope, null));
      assertEquals(ErrorCode.UNKNOWN_SCOPE, refused.code(), scope);
    }
  }

  @Test
  void aDryRunCountsAndWritesNothing() {
    load.insert(id(1), id(2), id(3));
    Map<String, Object> details =
        load.runtime
            .call(
                load.surveys,
                new RunRequest("survey-status", LoadFixture.DATE, null, null, true, null))
            .details();
    assertTrue(details.get("counts").toString().contains("written=3"), details.toString());
    assertEquals(0, load.mongo.runs().latest(new Document(), 1).size());
  }

  private static boolean is(String event, String what) {
    return event.equals("surveys." + what);
  }

  private static ObjectId id(int number) {
    return new ObjectId("%024x".formatted(number));
  }
}
