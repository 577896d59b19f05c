package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DruidTimeTest {

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
