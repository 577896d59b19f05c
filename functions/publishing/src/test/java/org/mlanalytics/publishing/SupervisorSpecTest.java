package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.ColumnRole;
import org.mlanalytics.core.dataset.Dataset;
import org.mlanalytics.core.dataset.Datasets;

/** The supervisors agree with those of the existing installations, which are samples. */
class SupervisorSpecTest {

  static final SupervisorSettings SETTINGS =
      new SupervisorSettings(
          "broker:1",
          Map.of("security.protocol", "SSL"),
          1,
          1,
          Duration.ofHours(4),
          Duration.ofSeconds(30));

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Dataset> streams() {
    return Datasets.STREAMS;
  }

  @ParameterizedTest
  @MethodSource("streams")
  void readsAsTheSampleDoes(Dataset dataset) throws IOException {
    JsonNode sample = sample(dataset);
    JsonNode spec = spec(dataset);
    assertEquals(sample.get("timestamp"), spec.at("/dataSchema/timestampSpec"));
    assertEquals(
        sample.get("segmentGranularity").asText(),
        spec.at("/dataSchema/granularitySpec/segmentGranularity").asText());
    assertEquals(
        sample.get("queryGranularity").asText(),
        spec.at("/dataSchema/granularitySpec/queryGranularity/type").asText());
    assertEquals(sample.get("rollup"), spec.at("/dataSchema/granularitySpec/rollup"));
    for (String key : List.of("taskCount", "replicas", "taskDuration", "useEarliestOffset")) {
      assertEquals(sample.get(key), spec.at("/ioConfig/" + key), key);
    }
    assertEquals(
        sample.get("reportParseExceptions"), spec.at("/tuningConfig/reportParseExceptions"));
    assertEquals("topic", spec.at("/ioConfig/topic").asText());
    assertEquals(
        JSON.valueToTree(
            Map.of(
                "bootstrap.servers", "broker:1",
                "isolation.level", "read_committed",
                "security.protocol", "SSL")),
        spec.at("/ioConfig/consumerProperties"));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void measuresWhatTheSampleMeasures(Dataset dataset) throws IOException {
    JsonNode metrics = sample(dataset).path("metrics");
    assertEquals(
        metrics.isMissingNode() ? JSON.createArrayNode() : metrics,
        spec(dataset).at("/dataSchema/metricsSpec"));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void hasTheSamplesDimensionsAndThoseOfTheDataset(Dataset dataset) throws IOException {
    JsonNode dimensions = spec(dataset).at("/dataSchema/dimensionsSpec/dimensions");
    assertEquals(
        dataset.columns(ColumnRole.PUBLISHED).stream().map(Column::name).toList(),
        dimensions.findValuesAsText("name"));
    Set<String> names = new HashSet<>(dimensions.findValuesAsText("name"));
    sample(dataset)
        .get("dimensions")
        .forEach(type -> type.forEach(name -> assertTrue(names.contains(name.asText()))));
    Set<String> floats = new HashSet<>();
    dimensions.forEach(
        dimension -> {
          if (dimension.get("type").asText().equals("float")) {
            floats.add(dimension.get("name").asText());
          }
        });
    Set<String> expected = new HashSet<>();
    sample(dataset).at("/dimensions/float").forEach(name -> expected.add(name.asText()));
    assertEquals(expected, floats);
  }

  @Test
  void durationsAreWrittenAsDruidDoes() {
    SupervisorSettings quick =
        new SupervisorSettings(
            "broker:1", Map.of(), 1, 1, Duration.ofHours(1), Duration.ofMillis(1500));
    JsonNode io = SupervisorSpec.kafka(streams().get(0), "topic", quick).at("/spec/ioConfig");
    assertEquals("PT3600S", io.path("taskDuration").asText());
    assertEquals("PT1.500S", io.path("period").asText());
    assertEquals("PT1.500S", io.path("startDelay").asText());
  }

  private static JsonNode spec(Dataset dataset) throws IOException {
    return JSON.readTree(SupervisorSpec.kafka(dataset, "topic", SETTINGS).toString()).get("spec");
  }

  private static JsonNode sample(Dataset dataset) throws IOException {
    try (var samples =
        SupervisorSpecTest.class.getResourceAsStream("/druid/kafka-supervisors.json")) {
      return JSON.readTree(samples).get(dataset.name());
    }
  }
}
