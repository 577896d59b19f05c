package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;

/**
 * The night of all areas dies at the steps that observations, surveys and snapshots add to those of
 * {@link KillPointsIT}, and at the worst of those.
 */
@Tag("slow")
@Tag("nightly")
class WholeNightKillsIT {

  private static final String RUNTIME = "org.mlanalytics.runtime.";
  private static final String PUBLISHING = "org.mlanalytics.publishing.";
  private static final String[] OPENERS = {
    "gather-programs", "observation-status", "survey-status"
  };

  private static final List<String> STEPS =
      List.of(
          // the ranges are known, the pipeline is not open
          PUBLISHING + "load.CollectionLoad#ranges@exit",
          // in the middle of an object
          RUNTIME + "object.RowObject#row@enter:3",
          // landed rows are being counted
          PUBLISHING + "load.SnapshotLoad#read@exit",
          // the snapshot's object is in the store, the ledger does not know
          PUBLISHING + "load.SnapshotLoad#count@exit:2",
          // the snapshot is landed, nothing is published
          PUBLISHING + "load.SnapshotLoad#land@exit",
          // after a call to Druid, before the ledger
          PUBLISHING + "Druid#submit@exit",
          // published, the run does not know
          PUBLISHING + "Publications#published@exit");

  @Test
  void aNightThatDiesIsPublishedOnce() throws IOException {
    try (Installation installation = new Installation().withSamples()) {
      for (String step : STEPS) {
        installation.dieAt(step, OPENERS);
      }
      FunctionsApi api = installation.suite().api();
      for (String area : WholeNightIT.OPENERS.keySet()) {
        JsonNode pipeline = new Night(api, area, Installation.DATE).await(Installation.LIMIT);
        assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
      }
      Await.until(
          "empty outboxes",
          Installation.LIMIT,
          () ->
              installation
                      .ledger("runs")
                      .countDocuments(Document.parse("{'outbox.0': {$exists: 1}}"))
                  == 0);

      for (Map.Entry<String, String> golden : WholeNightIT.GOLDEN.entrySet()) {
        assertEquals(
            GoldenRows.of("/golden/" + golden.getValue() + ".rows.jsonl"),
            installation.rows(golden.getKey()),
            golden.getKey());
        assertEquals(1, installation.tasks(golden.getKey()).size(), golden.getKey());
      }
      Set<String> identities = new HashSet<>();
      for (Document run : installation.ledger("runs").find()) {
        assertTrue(identities.add(run.getString("_id")), run.toJson());
        assertEquals("SUCCEEDED", run.getString("state"), run.toJson());
        assertEquals(1, run.getInteger("attempt"), run.toJson());
      }
    }
  }
}
