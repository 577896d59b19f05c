package org.mlanalytics.core.dataset;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.core.Resources;
import org.mlanalytics.core.row.CollectedRows;

class DatasetsTest {

  /** What the rules compute, although the supervisors of the original drop it. */
  private static final Map<String, Set<String>> LOST =
      Map.of(
          "sl-observation",
          Set.of("record_key", "section", "instanceParentSection", "isRubricDriven"),
          "sl-observation-evidence",
          Set.of("record_key"),
          "sl-survey",
          Set.of("record_key", "section", "instanceParentSection", "evidences"),
          "sl-survey-evidence",
          Set.of("record_key"));

  static List<Dataset> batches() {
    return Datasets.ALL;
  }

  static List<Dataset> streams() {
    return Datasets.STREAMS;
  }

  static List<Dataset> all() {
    return Stream.of(batches(), streams()).flatMap(List::stream).toList();
  }

  @ParameterizedTest
  @MethodSource("batches")
  void publishedColumnsAreTheDimensionsThatDashboardsKnow(Dataset dataset) {
    JsonNode dimensions =
        CollectedRows.parse(Resources.text(Resources.path("druid/dimensions.json")))
            .get(dataset.name());
    assertAll(
        () -> assertEquals(names(dimensions.get("string")), published(dataset, ColumnType.TEXT)),
        () -> assertEquals(names(dimensions.get("long")), published(dataset, ColumnType.LONG)));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void streamsPublishTheDimensionsThatDashboardsKnowAndWhatWasLost(Dataset dataset) {
    JsonNode known =
        CollectedRows.parse(Resources.text(Resources.path("druid/stream-dimensions.json")))
            .get(dataset.name());
    Set<String> expected = new TreeSet<>(LOST.get(dataset.name()));
    known.forEach(names -> expected.addAll(names(names)));
    Set<String> actual = new TreeSet<>();
    dataset.columns(ColumnRole.PUBLISHED).forEach(column -> actual.add(column.name()));
    assertEquals(expected, actual);
    assertEquals(
        known.has("float") ? names(known.get("float")) : Set.of(),
        published(dataset, ColumnType.FLOAT));
    assertEquals(Set.of(), published(dataset, ColumnType.LONG));
    assertEquals(List.of(), dataset.columns(ColumnRole.LANDED));
    assertEquals("completedDate", dataset.timeColumn().name());
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyColumnIsDescribedByOneSentence(Dataset dataset) {
    for (Column column : dataset.columns()) {
      assertTrue(column.description().endsWith("."), column.name());
    }
  }

  @Test
  void evidenceStatusIsOnlyLanded() {
    assertEquals(
        List.of(SlProject.EVIDENCE_STATUS), Datasets.SL_PROJECT.columns(ColumnRole.LANDED));
  }

  @Test
  void aDatasetIsFoundByItsName() {
    assertEquals(Optional.of(Datasets.SL_PROJECT), Datasets.named("sl-project"));
    assertEquals(Optional.empty(), Datasets.named("sl-projects"));
    assertEquals(Optional.empty(), Datasets.named("sl-observation"));
  }

  @Test
  void aFileIsNamedAfterItsScope() {
    assertEquals("sl_projects_64a0.json", Datasets.SL_PROJECT.fileName("64a0"));
  }

  @Test
  void aDatasetHasNoTwoColumnsOfOneName() {
    Column time = Column.text("time", "t.");
    assertThrows(
        IllegalArgumentException.class,
        () -> dataset(List.of(time, Column.text("time", "t.")), time));
  }

  @Test
  void theTimeColumnIsAPublishedTextOfTheDataset() {
    Column time = Column.text("time", "t.");
    Column count = Column.number("count", "c.");
    assertThrows(IllegalArgumentException.class, () -> dataset(List.of(count), time));
    assertThrows(IllegalArgumentException.class, () -> dataset(List.of(count), count));
  }

  @Test
  void aColumnNameNeedsNoEscaping() {
    assertThrows(IllegalArgumentException.class, () -> Column.text("a\"b", "c."));
    assertThrows(IllegalArgumentException.class, () -> Column.text("", "c."));
    assertThrows(IllegalArgumentException.class, () -> Column.text("ä", "c."));
  }

  private static Dataset dataset(List<Column> columns, Column time) {
    return new Dataset("d", "d.", "f", columns, time, Granularity.ALL, Granularity.DAY);
  }

  private static Set<String> published(Dataset dataset, ColumnType type) {
    return dataset.columns(ColumnRole.PUBLISHED).stream()
        .filter(column -> column.type() == type)
        .map(Column::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
