package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the rows of a survey say beyond its answers. */
class SurveyQuestionsTest {

  private static final SurveyQuestions RULES = Submissions.SURVEY_QUESTIONS;
  private static final String ANSWER =
      "{'responseType': 'text', 'value': 'a', 'evidenceMethod': 'SF', 'externalId': '%s',"
          + " 'criteriaId': 'C'}";

  @Test
  void nothingIsLookedUp() {
    assertEquals(LookupKeys.NONE, RULES.lookupKeys(Submissions.value(Submissions.survey())));
    Submissions.published(
        RULES,
        Submissions.survey(),
        (collection, id) -> {
          throw new AssertionError(collection + " " + id);
        });
    assertEquals(Optional.empty(), Lookups.NONE.find(LookupCollection.SOLUTIONS, ""));
  }

  @Test
  void sectionAndSequenceComeFromTheMessage() {
    ObjectNode message =
        Submissions.surveyOf(
            "{'q': %s, 'r': %s, 's': %s}"
                .formatted(
                    ANSWER.formatted("B"),
                    ANSWER.formatted("none"),
                    ANSWER.formatted("A").replace("SF", "XX")));
    message
        .withObject("/solutionInfo")
        .set(
            "questionSequenceByEcm",
            Submissions.json("{'SF': {'S1': ['A'], 'S2': [null, 'B', 'B'], 'S3': ['B']}}"));
    JsonNode row = Submissions.rows(RULES, message, "q").get(0);
    assertEquals("S2", row.get("section").asText());
    assertEquals(2, row.get("questionSequenceByEcm").intValue());
    for (String question : List.of("r", "s")) {
      row = Submissions.rows(RULES, message, question).get(0);
      assertEquals("", row.get("section").asText("none"));
      assertFalse(row.has("questionSequenceByEcm"));
    }
    message.remove("solutionInfo");
    row = Submissions.rows(RULES, message, "q").get(0);
    assertEquals("", row.get("section").asText("none"));
    assertFalse(row.has("questionSequenceByEcm"));
    assertFalse(row.has("solutionName"));
  }

  @Test
  void theLastCriterionOfTheSubmissionStandsForAll() {
    ObjectNode message = Submissions.survey();
    message.withArray("/criteria").addObject().put("externalId", "CR-LAST");
    message.withArray("/criteria").addNull();
    assertEquals("CR-LAST", Submissions.row(RULES, message).get("criteriaExternalId").asText());
    assertFalse(Submissions.row(RULES, message).has("criteriaName"));
    message.remove("criteria");
    assertFalse(Submissions.row(RULES, message).has("criteriaExternalId"));
  }

  @Test
  void theCriterionOfAMatrixIsItsIdAndItsSectionThatOfTheMessage() {
    ObjectNode message =
        Submissions.surveyOf(
            "{'m': {'responseType': 'matrix', 'evidenceMethod': 'SF', 'externalId': 'S-MULTI',"
                + " 'criteriaId': 'CM', 'value': [{'q': %s}]}}".formatted(ANSWER.formatted("x")));
    JsonNode row = Submissions.row(RULES, message);
    assertEquals("CM", row.get("instanceParentCriteriaId").asText());
    assertEquals("CM", row.get("instanceParentCriteriaExternalId").asText());
    assertFalse(row.has("instanceParentCriteriaName"));
    assertEquals("SQ", row.get("instanceParentSection").asText());
    assertEquals(2, row.get("instanceParentEcmSequence").intValue());
    assertEquals("C", row.get("criteriaId").asText());
    assertEquals("CR-FIRE", row.get("criteriaExternalId").asText());
  }

  @Test
  void missingNamesAndIdsAreNull() {
    ObjectNode message = Submissions.survey();
    message.remove(
        List.of(
            "programId",
            "programExternalId",
            "programInfo",
            "surveyInformation",
            "surveyId",
            "solutionExternalId",
            "createdBy"));
    JsonNode row = Submissions.row(RULES, message);
    for (String absent :
        List.of("programId", "programExternalId", "programName", "surveyName", "surveyId")) {
      assertFalse(row.has(absent), absent);
    }
    assertEquals("", row.get("totalScore").asText("none"));
  }
}
