package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mlanalytics.core.submission.LookupCollection.CRITERIA_QUESTIONS;
import static org.mlanalytics.core.submission.LookupCollection.OBSERVATIONS;
import static org.mlanalytics.core.submission.LookupCollection.PROGRAMS;
import static org.mlanalytics.core.submission.LookupCollection.SOLUTIONS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlanalytics.core.source.BsonValue;
import org.mlanalytics.core.source.Value;

/** What the rows of an observation say beyond its answers. */
class ObservationQuestionsTest {

  private static final ObservationQuestions RULES = Submissions.OBSERVATION_QUESTIONS;
  private static final String SOLUTION = "64b000000000000000000003";
  private static final String PROGRAM = "64a000000000000000000001";
  private static final String FIRE = "64c000000000000000000001";
  private static final String RADIO = "64f700000000000000000001";

  private final SampleLookups lookups = new SampleLookups();
  private final ObjectNode message = Submissions.observation();

  @Test
  void whatIsAskedForIsKnownBeforehand() {
    LookupKeys keys = RULES.lookupKeys(Submissions.value(message));
    assertEquals(
        Map.of(
            SOLUTIONS, Set.of(SOLUTION),
            PROGRAMS, Set.of(PROGRAM),
            CRITERIA_QUESTIONS,
                Set.of(FIRE, "64c000000000000000000002", "64c000000000000000000003")),
        keys.ids());
    Submissions.published(RULES, message, lookups);
    assertEquals(keys.of(CRITERIA_QUESTIONS), lookups.asked().get(CRITERIA_QUESTIONS));
    assertEquals(Set.of(), keys.of(OBSERVATIONS));
    assertEquals(Set.of(), lookups.asked().get(OBSERVATIONS));
  }

  @Test
  void aBatchIsLookedUpAtOnce() {
    LookupKeys one = new LookupKeys(Map.of(SOLUTIONS, Set.of("a"), PROGRAMS, Set.of("p")));
    LookupKeys other = new LookupKeys(Map.of(SOLUTIONS, Set.of("a", "b")));
    assertEquals(
        Map.of(SOLUTIONS, Set.of("a", "b"), PROGRAMS, Set.of("p")),
        LookupKeys.union(List.of(one, LookupKeys.NONE, other)).ids());
  }

  @Test
  void theNameOfTheObservationIsLookedUpIfTheMessageHasNone() {
    message.putObject("observationInformation");
    lookups
        .document(OBSERVATIONS, "64f100000000000000000001")
        .put("name", new BsonString("From the database"));
    assertEquals("From the database", row().get("observationName").asText());
    assertEquals(
        Set.of("64f100000000000000000001"),
        RULES.lookupKeys(Submissions.value(message)).of(OBSERVATIONS));
    message.remove("observationInformation");
    assertEquals("From the database", row().get("observationName").asText());
    assertEquals(
        Set.of("64f100000000000000000001"),
        RULES.lookupKeys(Submissions.value(message)).of(OBSERVATIONS));
    lookups.forget(OBSERVATIONS);
    assertFalse(row().has("observationName"));
  }

  @Test
  void anUnknownSolutionIsPublishedWithTheNamesOfTheMessageAndWithoutScores() {
    lookups.forget(SOLUTIONS);
    message.withObject("/solutionInfo").put("name", "As sent").put("description", "Told");
    JsonNode row = row();
    assertEquals("As sent", row.get("solutionName").asText());
    assertEquals("Told", row.get("solutionDescription").asText());
    assertEquals("S1", row.get("section").asText());
    assertEquals("", row.get("questionSequenceByEcm").asText("none"));
    for (String absent :
        List.of("scoringSystem", "totalScore", "maxScore", "domainName", "childType", "level")) {
      assertFalse(row.has(absent), absent);
    }
    message.remove("solutionInfo");
    assertFalse(row().has("solutionName"));
  }

  @Test
  void anUnknownProgramIsPublishedWithTheNamesOfTheMessage() {
    lookups.forget(PROGRAMS);
    message.withObject("/programInfo").put("name", "As sent").put("description", "Told");
    assertEquals("As sent", row().get("programName").asText());
    assertEquals("Told", row().get("programDescription").asText());
    message.remove("programInfo");
    assertFalse(row().has("programName"));
  }

  @Test
  void theNamesOfKnownDocumentsAreTheirOwn() {
    message.withObject("/programInfo").put("name", "As sent");
    message.withObject("/solutionInfo").put("name", "As sent");
    lookups.document(PROGRAMS, PROGRAM).remove("description");
    assertEquals("School Improvement 2023", row().get("programName").asText());
    assertEquals("School safety walk", row().get("solutionName").asText());
    assertFalse(row().has("programDescription"));
  }

  @Test
  void missingProgramIdsAreEmpty() {
    message.remove("programId");
    message.putNull("programExternalId");
    assertEquals("", row().get("programId").asText("none"));
    assertEquals("", row().get("programExternalId").asText("none"));
  }

  @Test
  void aCriterionThatIsUnknownOrDoesNotListTheQuestionHasNullColumns() {
    message.withObject("/answers/" + RADIO).put("qid", "unlisted");
    assertUnknownCriterion(row());
    message.withObject("/answers/" + RADIO).put("qid", RADIO);
    lookups.forget(CRITERIA_QUESTIONS);
    assertUnknownCriterion(row());
  }

  private static void assertUnknownCriterion(JsonNode row) {
    for (String absent :
        List.of("criteriaExternalId", "criteriaName", "criteriaDescription", "section")) {
      assertFalse(row.has(absent), absent);
    }
    assertEquals("", row.get("questionSequenceByEcm").asText("none"));
    assertEquals(FIRE, row.get("criteriaId").asText());
    assertEquals("Fire", row.get("childName").asText());
  }

  @Test
  void aQuestionThatIsNotInItsSectionHasNoSequence() {
    message.withObject("/answers/" + RADIO).put("externalId", "Q-NONE");
    assertFalse(row().has("questionSequenceByEcm"));
    message.withObject("/answers/" + RADIO).put("evidenceMethod", "XX");
    assertEquals("", row().get("questionSequenceByEcm").asText("none"));
    message.withObject("/answers/" + RADIO).remove("evidenceMethod");
    assertEquals("", row().get("questionSequenceByEcm").asText("none"));
  }

  @Test
  void aCriterionInNoThemeHasNoDomain() {
    solution().put("themes", new BsonArray());
    JsonNode row = row();
    for (String absent :
        List.of(
            "domainName",
            "domainExternalId",
            "domainLevel",
            "domainScore",
            "childName",
            "childType",
            "childExternalid",
            "ancestorName",
            "imp_project_id")) {
      assertFalse(row.has(absent), absent);
    }
    assertEquals("Fire", row.get("criteriaName").asText());
  }

  @Test
  void aCriterionInSeveralThemesBelongsToTheFirstAnOwnOneBeforeAChilds() {
    solution()
        .put(
            "themes",
            BsonArray.parse(
                """
                [{"name": "A", "externalId": "TA",
                  "children": [
                    {"name": "A1", "children": [{"name": "A11", "criteria": [{"criteriaId": "x"}]}]},
                    {"name": "A2", "criteria": [{"criteriaId": "x"}, null, {"criteriaId": null}]}],
                  "criteria": [{"criteriaId": "y"}]},
                 {"name": "B", "externalId": "TB", "criteria": [{"criteriaId": "x"}, {"criteriaId": "y"}]},
                 null]
                """));
    message.withObject("/answers/" + RADIO).put("criteriaId", "x");
    assertEquals("A", row().get("domainName").asText());
    assertEquals("TA", row().get("domainExternalId").asText());
    assertEquals("A11", row().get("ancestorName").asText());
    message.withObject("/answers/" + RADIO).put("criteriaId", "y");
    assertEquals("A", row().get("ancestorName").asText());
  }

  @Test
  void theLastOfSeveralImprovementProjectsCounts() {
    message
        .withArray("/criteria/0/improvement-projects")
        .addObject()
        .put("_id", "last")
        .put("title", "Last");
    message.withArray("/criteria/0/improvement-projects").addNull();
    assertEquals("last", row().get("imp_project_id").asText());
    assertEquals("Last", row().get("imp_project_title").asText());
    assertFalse(row().has("imp_project_goal"));
  }

  @Test
  void onlyTheIdOfASubmissionsCriterionIsCompared() {
    message.withObject("/criteria/0").put("_id", "other").put("parentCriteriaId", FIRE);
    assertEquals("", row().get("childName").asText("none"));
    assertEquals("", row().get("label").asText("none"));
    assertEquals(FIRE, row().get("childExternalid").asText());
  }

  @Test
  void ofTwoResultsForOneCriterionOrThemeTheFirstCounts() {
    message.withArray("/criteria").addObject().put("_id", FIRE).put("name", "Again");
    message.withArray("/themes").addObject().put("externalId", "TH-SAFE").put("scoreAchieved", 9);
    assertEquals("Fire", row().get("childName").asText());
    assertEquals(6, row().get("domainScore").intValue());
  }

  @Test
  void aKeyThatTwoPlacesGiveIsWrittenOnce() {
    message
        .withArray("/entityInformation/hierarchy")
        .addObject()
        .put("type", "hamlet")
        .put("name", "First");
    message
        .withArray("/entityInformation/hierarchy")
        .addObject()
        .put("type", "hamletName")
        .put("id", "Second");
    assertEquals("First", row().get("hamletName").asText());
  }

  @Test
  void levelsWithoutALabelAndThemesWithoutAResultAreNull() {
    message.withObject("/criteria/0").put("score", "L9");
    message.withObject("/themes/0").put("externalId", "other");
    JsonNode row = row();
    assertEquals("L9", row.get("level").asText());
    assertFalse(row.has("label"));
    assertFalse(row.has("domainLevel"));
    assertEquals("TH-SAFE", row.get("domainExternalId").asText());
  }

  @Test
  void scoresAreThoseOfPointsOnly() {
    solution().put("scoringSystem", new BsonString("weightage"));
    assertEquals("weightage", row().get("scoringSystem").asText());
    for (String absent : List.of("totalScore", "scoreAchieved", "maxScore", "minScore")) {
      assertFalse(row().has(absent), absent);
    }
    solution().put("scoringSystem", new BsonString("pointsBasedScoring"));
    message.remove("pointsBasedMaxScore");
    assertEquals("", row().get("totalScore").asText("none"));
    assertEquals(12, row().get("scoreAchieved").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, observation_with_rubric",
    "true, false, observation_with_rubric_no_criteria_level_report",
    "true, , observation_with_out_rubric",
    "false, true, observation_with_out_rubric",
    ", true, observation_with_out_rubric",
  })
  void theTypeOfTheSolutionComesFromTheFlags(Boolean rubric, Boolean report, String type) {
    message.put("isRubricDriven", rubric).put("criteriaLevelReport", report);
    assertEquals(type, row().get("solution_type").asText());
    assertEquals(Boolean.TRUE.equals(rubric), row().get("isRubricDriven").booleanValue());
    assertEquals(Boolean.TRUE.equals(report), row().get("criteriaLevelReport").booleanValue());
  }

  @Test
  void numberAndTitleOfTheSubmissionMayBeMissing() {
    message.remove("submissionNumber");
    message.remove("title");
    assertFalse(row().has("submissionNumber"));
    assertFalse(row().has("submissionTitle"));
  }

  @Test
  void theHierarchyReplacesTheEntityOfTheSameType() {
    message
        .withArray("/entityInformation/hierarchy")
        .addObject()
        .put("type", "school")
        .put("id", "sc-1")
        .putNull("name");
    JsonNode row = row();
    assertEquals("sc-1", row.get("school").asText());
    assertFalse(row.has("schoolName"));
    assertFalse(row.has("schoolExternalId"));
    assertEquals("GPS Lakeview", row.get("entityName").asText());
  }

  @Test
  void placesOfOtherTypesAreKeysOfTheMessageUnlessAColumnHasTheName() {
    message.put("entityType", "hamlet");
    message
        .withArray("/entityInformation/hierarchy")
        .addObject()
        .put("type", "section")
        .put("id", "lost")
        .put("name", "Kept");
    JsonNode row = row();
    assertEquals("64aa000000000000000000e1", row.get("hamlet").asText());
    assertEquals("GPS Lakeview", row.get("hamletName").asText());
    assertEquals("29070109001", row.get("hamletExternalId").asText());
    assertEquals("S1", row.get("section").asText());
    assertEquals("Kept", row.get("sectionName").asText());
    assertFalse(row.has("school"));
  }

  @Test
  void aWrongTypeInALookedUpDocumentNamesItsCollection() {
    solution().put("name", new BsonArray());
    assertEquals("wrong-type:solutions.name", rejected());
    solution().put("name", new BsonString("Sound"));
    solution().put("questionSequenceByEcm", BsonDocument.parse("{OB: {S1: [true]}}"));
    assertEquals("wrong-type:solutions.questionSequenceByEcm[][][]", rejected());
    solution().remove("questionSequenceByEcm");
    lookups.document(PROGRAMS, PROGRAM).put("description", new BsonDocument());
    assertEquals("wrong-type:programs.description", rejected());
  }

  @Test
  void bytesThatCannotBeReadAreToldWithTheirCollection() {
    Value broken = BsonValue.document(new byte[] {6, 0, 0, 0, 1, 0}, 0, 6);
    SubmissionOutcome outcome =
        RULES.transform(
            Submissions.value(message),
            (collection, id) ->
                collection == PROGRAMS ? Optional.of(broken) : lookups.find(collection, id));
    SubmissionOutcome.Rejected rejected =
        assertInstanceOf(SubmissionOutcome.Rejected.class, outcome);
    assertEquals("malformed:bson", rejected.code());
    assertTrue(rejected.detail().endsWith(" of programs"), rejected.detail());
  }

  @Test
  void theNamesOfTheMessageAreReadForUnknownDocumentsOnly() {
    message.put("solutionInfo", 5).put("programInfo", true);
    Submissions.published(RULES, message, lookups);
    lookups.forget(PROGRAMS);
    assertEquals(
        "wrong-type:programInfo",
        ((SubmissionOutcome.Rejected) RULES.transform(Submissions.value(message), lookups)).code());
    lookups.forget(SOLUTIONS);
    assertEquals(
        "wrong-type:solutionInfo",
        ((SubmissionOutcome.Rejected) RULES.transform(Submissions.value(message), lookups)).code());
  }

  @Test
  void aWrongTypeInACriterionPutsItsAnswersAside() {
    lookups.document(CRITERIA_QUESTIONS, FIRE).put("evidences", new BsonInt32(1));
    SubmissionOutcome.Published published = Submissions.published(RULES, message, lookups);
    assertEquals(4, published.putAside().size());
    assertEquals("wrong-type:criteriaQuestions.evidences", published.putAside().get(0).code());
    assertEquals(RADIO, published.putAside().get(0).questionId());
    assertEquals(12, published.rows().size());
  }

  @Test
  void theCompletedDateIsAnInstantInUtcAndOtherDatesStayAsTheyAre() {
    message.put("completedDate", "2023-07-04T10:30:00+05:30").put("createdAt", "yesterday");
    assertEquals("2023-07-04T05:00:00.000Z", row().get("completedDate").asText());
    assertEquals("yesterday", row().get("createdAt").asText());
  }

  private BsonDocument solution() {
    return lookups.document(SOLUTIONS, SOLUTION);
  }

  private JsonNode row() {
    return Submissions.rows(RULES, Submissions.published(RULES, message, lookups)).get(0);
  }

  private String rejected() {
    SubmissionOutcome outcome = RULES.transform(Submissions.value(message), lookups);
    SubmissionOutcome.Rejected rejected =
        assertInstanceOf(SubmissionOutcome.Rejected.class, outcome);
    assertTrue(rejected.detail().contains(" of "), rejected.detail());
    return rejected.code();
  }
}
