package org.mlanalytics.streaming.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlanalytics.runtime.stream.BatchCounts;
import org.mlanalytics.runtime.stream.PartitionCounts;
import org.mlanalytics.runtime.testing.TestTime;

class HourTotalsTest {

  private final TestTime time = new TestTime();
  private final HourTotals totals = new HourTotals(time);

  @Test
  void totalsRiseUntilTheirHourIsWritten() {
    read(0, 4);
    Map<StreamHour, PartitionCounts> first = totals.unwritten();
    assertEquals(counts(0, 4), first.values().iterator().next());
    assertEquals(first, totals.unwritten(), "it was not written");

    totals.written(first);
    assertEquals(Map.of(), totals.unwritten());
    read(5, 9);
    assertEquals(counts(0, 9), totals.unwritten().values().iterator().next());
  }

  @Test
  void whatComesWhileItIsWrittenIsNotLost() {
    read(0, 4);
    Map<StreamHour, PartitionCounts> first = totals.unwritten();
    time.advance(Duration.ofHours(1));
    read(5, 9);
    totals.written(first);

    assertEquals(counts(5, 9), totals.unwritten().values().iterator().next());
    totals.written(totals.unwritten());
    assertEquals(Map.of(), totals.unwritten());
  }

  private void read(long first, long last) {
    totals.add("f", "t", Map.of(0, counts(first, last)));
  }

  private static PartitionCounts counts(long first, long last) {
    return new PartitionCounts(
        first, last, new BatchCounts(last - first + 1, 0, Map.of(), Map.of()));
  }
}
