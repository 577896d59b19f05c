package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.ColumnRole;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.dataset.FileDatasets;

/** What Druid is sent, as data: {@code golden/*.task.json}. */
class IngestionSpecTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void taskOfProjectsIsTheGoldenOne() throws IOException {
    JsonNode task =
        IngestionSpec.replace(
            Datasets.SL_PROJECT,
            IngestionSpec.ETERNITY,
            "mla-dev-sl-project-run-a1",
            Map.of("type", "local", "files", List.of("/objects/p1.json.gz")),
            2);

    assertGolden("sl-project", task);
  }

  @Test
  void killTaskIsTheGoldenOne() throws IOException {
    assertGolden(
        "kill", IngestionSpec.kill("sl-project", IngestionSpec.ETERNITY, "mla-dev-run-a1-kill"));
  }

  @Test
  void everyPublishedColumnIsADimensionAndNoOther() {
    JsonNode dimensions =
        IngestionSpec.replace(Datasets.SL_PROJECT, IngestionSpec.ETERNITY, "id", Map.of(), 1)
            .at("/spec/dataSchema/dimensionsSpec/dimensions");

    assertEquals(
        Datasets.SL_PROJECT.columns(ColumnRole.PUBLISHED).stream().map(Column::name).toList(),
        dimensions.findValuesAsText("name"));
  }

  @Test
  void theColumnsOfAFileAreDiscovered() {
    JsonNode schema =
        IngestionSpec.replace(
                FileDatasets.of("north", "readings"), IngestionSpec.ETERNITY, "id", Map.of(), 1)
            .at("/spec/dataSchema");

    assertEquals("file.north.readings", schema.get("dataSource").asText());
    assertEquals("{\"useSchemaDiscovery\":true}", schema.get("dimensionsSpec").toString());
    assertEquals("_time", schema.at("/timestampSpec/column").asText());
  }

  private static void assertGolden(String name, JsonNode task) throws IOException {
    try (var golden =
        IngestionSpecTest.class.getResourceAsStream("/golden/" + name + ".task.json")) {
      assertEquals(JSON.readTree(golden), JSON.readTree(task.toString()));
    }
  }
}
