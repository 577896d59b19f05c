package org.mlanalytics.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

  private static final Measurement MEASURED =
      new Measurement(20, 100, 7, "digest", 2, 0.5, 110.5, 6.5);

  @Test
  void lineAmongOtherOutputIsReadBack() {
    assertEquals(MEASURED, Measurement.in(List.of("a warning", MEASURED.line(), "the end")));
  }

  @Test
  void contenderThatDiedIsToldWithItsOutput() {
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class, () -> Measurement.in(List.of("OutOfMemoryError")));
    assertEquals("OutOfMemoryError", failure.getMessage());
  }

  @Test
  void ratesAreOfTheWallClockAndCostsOfTheProcessor() {
    assertEquals(10, MEASURED.documentsPerSecond());
    assertEquals(50, MEASURED.rowsPerSecond());
    assertEquals(5000, MEASURED.cpuPerMillionRows());
  }

  @Test
  void spreadIsTheMedianBetweenTheExtremes() {
    List<Measurement> runs = List.of(rss(9), rss(100), rss(3), rss(5));
    assertEquals(new Spread(7, 3, 100), Spread.of(runs, Measurement::rss));
    assertEquals("7.0 (3.0–100)", Spread.of(runs, Measurement::rss).toString());
  }

  private static Measurement rss(double mib) {
    return new Measurement(1, 1, 1, "-", 1, 1, mib, 0);
  }
}
