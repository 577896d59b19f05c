package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns of the user and of the app, in both question datasources. */
class UserColumnsTest {

  private static final SubmissionRules OBSERVATION = Submissions.OBSERVATION_QUESTIONS;
  private static final SubmissionRules SURVEY = Submissions.SURVEY_QUESTIONS;

  private final ObjectNode observation = Submissions.observation();
  private final ObjectNode survey = Submissions.survey();

  @Test
  void withoutAProfileAllIsNull() {
    for (ObjectNode message : List.of(observation, survey)) {
      message.remove("userProfile");
      message.remove("userRoleInformation");
    }
    JsonNode row = Submissions.row(OBSERVATION, observation);
    for (String absent :
        List.of(
            "role_title",
            "user_boardName",
            "user_type",
            "channel",
            "organisation_id",
            "user_stateName",
            "state_externalId",
            "state_code")) {
      assertFalse(row.has(absent), absent);
    }
    row = Submissions.row(SURVEY, survey);
    for (String absent :
        List.of("user_subtype", "board_name", "user_type", "channel", "state_name")) {
      assertFalse(row.has(absent), absent);
    }
    assertEquals("SHIKSHALOKAM", row.get("parent_channel").asText());
  }

  @Test
  void emptyListsOfBoardsAndTypesAreEmptyTexts() {
    setProfile("{'framework': {'board': []}, 'profileUserTypes': []}");
    assertEquals("", Submissions.row(OBSERVATION, observation).get("user_boardName").asText("-"));
    assertEquals("", Submissions.row(SURVEY, survey).get("board_name").asText("-"));
    assertEquals("", Submissions.row(SURVEY, survey).get("user_type").asText("-"));
  }

  @Test
  void typesOfAUserAreInTheOrderFirstSeen() {
    setProfile(
        "{'profileUserTypes': [{'type': 'teacher'}, {'type': 'administrator'}, {}, null,"
            + " {'type': 'teacher'}], 'framework': {'board': ['B', null, 'A']}}");
    for (JsonNode row :
        List.of(Submissions.row(OBSERVATION, observation), Submissions.row(SURVEY, survey))) {
      assertEquals("teacher, administrator", row.get("user_type").asText());
    }
    assertEquals("B,A", Submissions.row(SURVEY, survey).get("board_name").asText());
  }

  @Test
  void theFirstLocationOfATypeCountsAndOtherTypesAreKeysOfTheMessage() {
    setProfile(
        """
        {'userLocations': [
          {'type': 'state', 'id': 'st-1', 'name': 'One', 'code': '1'},
          {'type': 'state', 'id': 'st-2', 'name': 'Two', 'code': '2'},
          {'type': 'village', 'id': 'vi-1', 'name': 'Ville', 'code': 3},
          {'type': 'board', 'id': 'bo-1', 'name': 'Lost'},
          {'type': '', 'id': 'lost'}, {'id': 'lost'}, null]}
        """);
    JsonNode row = Submissions.row(OBSERVATION, observation);
    assertEquals("One", row.get("user_stateName").asText());
    assertEquals("st-1", row.get("state_externalId").asText());
    assertEquals("Ville", row.get("user_villageName").asText());
    assertEquals("vi-1", row.get("village_externalId").asText());
    assertEquals("3", row.get("village_code").asText());
    assertEquals("bo-1", row.get("board_externalId").asText());
    assertFalse(row.has("user_boardName"));
    row = Submissions.row(SURVEY, survey);
    assertEquals("One", row.get("state_name").asText());
    assertEquals("Ville", row.get("village_name").asText());
    assertFalse(row.has("board_name"));
    assertFalse(row.toString().contains("lost"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{'appName': 'DIKSHA App'} | diksha app",
        "{'appName': ''} | sunbirdsurvey",
        "{} | sunbirdsurvey",
        "null | sunbirdsurvey",
      })
  void theAppIsInLowerCaseOrTheConfiguredOne(String appInformation, String appName) {
    Submissions.BY_FUNCTION.forEach(
        (function, rules) -> {
          ObjectNode message = function.startsWith("survey") ? survey : observation;
          message.set("appInformation", Submissions.json(appInformation));
          assertEquals(appName, Submissions.row(rules, message).get("appName").asText());
        });
  }

  @Test
  void aBadProfileSpoilsQuestionRowsOnly() {
    for (ObjectNode message : List.of(observation, survey)) {
      message.put("userProfile", "secret");
    }
    for (SubmissionOutcome outcome :
        List.of(
            Submissions.outcome(OBSERVATION, observation), Submissions.outcome(SURVEY, survey))) {
      assertEquals(
          new SubmissionOutcome.Rejected(
              "wrong-type:userProfile", "TEXT where a document is due at userProfile"),
          outcome);
    }
    assertInstanceOf(
        SubmissionOutcome.Published.class,
        Submissions.outcome(Submissions.OBSERVATION_EVIDENCE, observation));
    assertInstanceOf(
        SubmissionOutcome.Published.class,
        Submissions.outcome(Submissions.SURVEY_EVIDENCE, survey));
  }

  private void setProfile(String json) {
    observation.set("userProfile", Submissions.json(json));
    survey.set("userProfile", Submissions.json(json));
  }
}
