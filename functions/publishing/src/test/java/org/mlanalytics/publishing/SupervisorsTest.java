package org.mlanalytics.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mlanalytics.core.dataset.Datasets;

class SupervisorsTest {

  private static final String ID = "sl-survey";

  private final ScriptedDruid druid = new ScriptedDruid();
  private final Supervisors supervisors = new Supervisors(druid, new ObjectMapper());
  private final ObjectNode wanted =
      SupervisorSpec.kafka(Datasets.SL_SURVEY, "rows", SupervisorSpecTest.SETTINGS);

  @Test
  void isSentOnceThoughDruidAddsItsDefaults() {
    assertEquals(Optional.empty(), supervisors.apply(wanted));
    assertEquals(Optional.of(List.of()), supervisors.apply(wanted));
    assertEquals(1, druid.supervisors.posted().size());
  }

  @Test
  void isSentAgainWhenItDiffers() {
    supervisors.apply(wanted);
    ((ObjectNode) druid.supervisors.kept(ID).get("ioConfig")).put("topic", "others");
    List<SpecDifference> differences = supervisors.differences(wanted).orElseThrow();
    assertEquals(List.of("/ioConfig/topic"), paths(differences));
    assertEquals("rows", differences.get(0).wanted().asText());
    assertEquals("others", differences.get(0).found().asText());
    assertEquals(1, druid.supervisors.posted().size(), "a question sends nothing");

    assertEquals(Optional.of(differences), supervisors.apply(wanted));
    assertEquals(2, druid.supervisors.posted().size());
    assertEquals(Optional.of(List.of()), supervisors.differences(wanted));
  }

  @Test
  void dimensionsAreComparedByNameAndOrder() {
    supervisors.apply(wanted);
    ArrayNode dimensions =
        (ArrayNode) druid.supervisors.kept(ID).at("/dataSchema/dimensionsSpec/dimensions");
    String path = "/dataSchema/dimensionsSpec/dimensions";
    ObjectNode first = (ObjectNode) dimensions.remove(0);
    assertEquals(List.of(path + '/' + first.get("name").asText()), differing());
    dimensions.add(first);
    assertEquals(List.of(path), differing());
    dimensions.addObject().put("name", "more");
    assertTrue(differing().contains(path + "/more"), differing()::toString);
  }

  @Test
  void propertiesOfTheConsumerAreComparedInWholeAndHidden() {
    supervisors.apply(wanted);
    ObjectNode consumer =
        (ObjectNode) druid.supervisors.kept(ID).at("/ioConfig/consumerProperties");
    consumer.put("isolation.level", "read_uncommitted").put("sasl.jaas.config", "password");
    assertEquals(
        Map.of("isolation.level", "read_uncommitted", "sasl.jaas.config", "***"),
        supervisors.differences(wanted).orElseThrow().stream()
            .collect(
                Collectors.toMap(
                    d -> d.path().substring(d.path().lastIndexOf('/') + 1),
                    d -> d.found().asText())));
  }

  @Test
  void aSuspendedOneStaysSuspended() {
    supervisors.apply(wanted);
    assertTrue(supervisors.suspend(ID));
    ((ObjectNode) druid.supervisors.kept(ID).get("ioConfig")).put("taskCount", 9);
    supervisors.apply(wanted);
    assertTrue(supervisors.status(ID).orElseThrow().suspended());
  }

  @Test
  void isSuspendedAndResumedTwiceAtWill() {
    supervisors.apply(wanted);
    assertTrue(supervisors.suspend(ID));
    assertTrue(supervisors.suspend(ID));
    assertTrue(supervisors.status(ID).orElseThrow().suspended());
    assertTrue(supervisors.resume(ID));
    assertTrue(supervisors.resume(ID));
    assertFalse(supervisors.status(ID).orElseThrow().suspended());
  }

  @Test
  void oneThatDruidDoesNotHaveIsNeitherShownNorTold() {
    assertEquals(Optional.empty(), supervisors.status(ID));
    assertFalse(supervisors.suspend(ID));
    assertFalse(supervisors.resume(ID));
  }

  @Test
  void itsStatusNamesLagWithoutTheLastMarkerAndFaultsWithoutWords() {
    supervisors.apply(wanted);
    assertEquals(
        new SupervisorStatus(
            "RUNNING",
            "RUNNING",
            true,
            false,
            1,
            Map.of("0", 2L, "1", 0L, "2", 0L),
            "2023-07-11T00:00:00.000Z",
            List.of("java.io.IOException")),
        supervisors.status(ID).orElseThrow());
  }

  @Test
  void aDruidThatIsAwayIsNotTakenForOneWithoutSupervisors() {
    druid.away(true);
    assertThrows(DruidUnavailableException.class, () -> supervisors.apply(wanted));
  }

  private List<String> differing() {
    return paths(supervisors.differences(wanted).orElseThrow());
  }

  private static List<String> paths(List<SpecDifference> differences) {
    return differences.stream().map(SpecDifference::path).toList();
  }
}
