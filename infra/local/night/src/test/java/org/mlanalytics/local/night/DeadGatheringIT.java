package org.mlanalytics.local.night;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlanalytics.local.Await;

/**
 * Functions as processes of their own, of which the first one dies: nobody asks for the night
 * again.
 */
@Tag("slow")
@Tag("nightly")
class DeadGatheringIT {

  private static final int HALTED = 137;

  @Test
  void aNightThatDiedBeforeItBeganIsWoken() throws IOException {
    try (Installation installation = new Installation().withSamples()) {
      FunctionProcess doomed =
          installation.doomed(
              "gather-programs", "org.mlanalytics.runtime.run.RunLedger#claim@exit");
      doomed.awaitReady();
      try {
        Installation.gather(doomed.api(), "failed-only");
      } catch (IOException died) {
        // that is what it was started for
      }
      assertEquals(OptionalInt.of(HALTED), doomed.process().awaitExit(Installation.LIMIT));

      FunctionsApi api = installation.launch("gather-programs", Map.of()).api();
      installation.launch("extract-projects", Map.of());
      installation.launch("publish-projects", Map.of());
      installation.launch("settle-publications", Map.of());
      Night night = new Night(api, Installation.DATE);
      Await.until("an open night", Installation.LIMIT, () -> night.pipeline().has("expected"));
      JsonNode pipeline = night.awaitPublication(Installation.LIMIT);

      assertTrue(Night.succeeded(pipeline), pipeline.toPrettyString());
      assertEquals(GoldenRows.of("/golden/projects/sample.rows.jsonl"), installation.rows());
    }
  }
}
