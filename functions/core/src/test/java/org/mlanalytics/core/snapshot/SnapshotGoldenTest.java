package org.mlanalytics.core.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.core.Golden;
import org.mlanalytics.core.Resources;
import org.mlanalytics.core.row.CollectedRows;

/** The rows that the samples give, and their snapshots of 2023-07-11 in Asia/Kolkata. */
class SnapshotGoldenTest {

  static Stream<Arguments> snapshots() {
    return Stream.of(
        Arguments.of(Snapshots.PROJECT_STATUS, "projects"),
        Arguments.of(Snapshots.PROJECT_PROGRAM_STATUS, "projects"),
        Arguments.of(Snapshots.OBSERVATION, "observations"),
        Arguments.of(Snapshots.OBSERVATION_DOMAIN, "observations"),
        Arguments.of(Snapshots.OBSERVATION_DOMAIN_CRITERIA, "observations"),
        Arguments.of(Snapshots.SURVEY, "surveys"));
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void landedRowsGiveTheirSnapshotInAnyOrder(Snapshot snapshot, String rows) throws IOException {
    List<JsonNode> landed =
        new ArrayList<>(Golden.rows(Resources.path("golden/" + rows + "/sample.rows.jsonl")));
    Collections.shuffle(landed, new Random(1));
    SnapshotCounter counter = new SnapshotCounter(snapshot);
    landed.forEach(row -> counter.add(new JsonRow(row)));
    CollectedRows actual = new CollectedRows(snapshot.dataset());
    counter.write("2023-07-10T18:30:00.000Z", actual);
    Golden.assertRows(
        Golden.rows(
            Resources.path("golden/snapshots/" + snapshot.dataset().name() + ".rows.jsonl")),
        actual.rows());
  }
}
