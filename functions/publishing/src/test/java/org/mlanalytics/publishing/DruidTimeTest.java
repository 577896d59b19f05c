package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DruidTimeTest {

  @Test
  void intervalsThatOnlyTouchDoNotOverlap() {
    String day = "2023-07-10/2023-07-11";
    String hour = "2023-07-10T23:00:00.000Z/2023-07-11T00:00:00.000Z";
    String next = "2023-07-11T00:00:00.000Z/2023-07-11T01:00:00.000Z";

    assertTrue(DruidTime.overlap(day, hour) && DruidTime.overlap(hour, day));
    assertFalse(DruidTime.overlap(hour, next) || DruidTime.overlap(next, hour));
    assertFalse(DruidTime.overlap(day, next) || DruidTime.overlap(next, day));
    assertTrue(DruidTime.overlap(IngestionSpec.ETERNITY, next));
    assertTrue(DruidTime.overlap(next, IngestionSpec.ETERNITY));
  }

  @Test
  void intervalEnclosesItselfAndItsParts() {
    String day = "2023-07-10/2023-07-11";
    String hour = "2023-07-10T23:00:00.000Z/2023-07-11T00:00:00.000Z";

    assertTrue(DruidTime.encloses(day, day));
    assertTrue(DruidTime.encloses(day, hour));
    assertFalse(DruidTime.encloses(hour, day));
    assertTrue(DruidTime.encloses(IngestionSpec.ETERNITY, day));
    assertFalse(DruidTime.encloses(day, IngestionSpec.ETERNITY));
  }

  @Test
  void allTimeNeedsNoCondition() {
    assertEquals("", DruidTime.rowsWithin(IngestionSpec.ETERNITY));
    assertEquals("", DruidTime.segmentsWithin(IngestionSpec.ETERNITY));
  }

  @Test
  void aDayIsComparedAsTheTablesHoldIt() {
    String day = "2023-07-10/2023-07-11";

    assertEquals(" WHERE TIME_IN_INTERVAL(__time, '" + day + "')", DruidTime.rowsWithin(day));
    assertEquals(
        " AND \"start\" >= '2023-07-10T00:00:00.000Z' AND \"end\" <= '2023-07-11T00:00:00.000Z'",
        DruidTime.segmentsWithin(day));
  }
}
