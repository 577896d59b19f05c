package org.mlanalytics.streaming.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mlanalytics.runtime.config.LedgerIndexes;
import org.mlanalytics.runtime.stream.BatchCounts;
import org.mlanalytics.runtime.stream.PartitionCounts;
import org.mlanalytics.runtime.testing.TestLedger;

/** Hours of streams in the ledger: written twice, late, by several processes. */
class StreamRunStoreTest {

  private static final Instant HOUR = Instant.parse("2026-01-31T10:00:00Z");
  private static final StreamHour AT = new StreamHour("survey-questions", "raw", 2, HOUR);
  private static final PartitionCounts FIRST =
      new PartitionCounts(
          10, 19, new BatchCounts(10, 30, Map.of("private", 1L), Map.of("not-json", 2L)));
  private static final PartitionCounts MORE =
      new PartitionCounts(20, 24, new BatchCounts(5, 12, Map.of(), Map.of("not-json", 1L)));

  @RegisterExtension final TestLedger mongo = new TestLedger();

  @Test
  void whatIsWrittenTwiceOrLateCountsOnce() {
    StreamRunStore store = store();
    store.write("a", Map.of(AT, FIRST.plus(MORE)));
    store.write("a", Map.of(AT, FIRST.plus(MORE)));
    store.write("a", Map.of(AT, FIRST));
    assertEquals(
        List.of(
            new StreamRunView(
                "survey-questions",
                "raw",
                2,
                HOUR,
                15,
                42,
                Map.of("private", 1L),
                Map.of("not-json", 3L),
                10,
                24)),
        all(store));
  }

  @Test
  void processesAreAddedUp() {
    StreamRunStore store = store();
    store.write("a", Map.of(AT, FIRST));
    store.write("b", Map.of(AT, MORE));
    assertEquals(List.of(StreamRunView.of(AT, FIRST.plus(MORE))), all(store));
  }

  @Test
  void functionAndTimeNarrowTheList() {
    StreamRunStore store = store();
    StreamHour later = new StreamHour("survey-evidence", "raw", 2, HOUR.plus(Duration.ofHours(1)));
    store.write("a", Map.of(AT, FIRST, later, MORE));
    assertEquals(List.of(StreamRunView.of(later, MORE), StreamRunView.of(AT, FIRST)), all(store));
    assertEquals(
        List.of(StreamRunView.of(AT, FIRST)),
        store.list("survey-questions", HOUR, HOUR.plus(Duration.ofDays(1))));
    assertEquals(List.of(StreamRunView.of(AT, FIRST)), store.list(null, HOUR, later.hour()));
  }

  private StreamRunStore store() {
    return new StreamRunStore(mongo.collection(LedgerIndexes.STREAM_RUNS));
  }

  private static List<StreamRunView> all(StreamRunStore store) {
    return store.list(null, HOUR, HOUR.plus(Duration.ofDays(1)));
  }
}
