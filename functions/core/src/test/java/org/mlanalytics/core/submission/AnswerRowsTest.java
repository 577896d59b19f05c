package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlanalytics.core.source.JsonValue;

/** Rows of answers, matrices and organisations, and the answers that are put aside. */
class AnswerRowsTest {

  private static final SubmissionRules RULES = Submissions.OBSERVATION_QUESTIONS;
  private static final String TEXT = "{'responseType': 'text', 'value': 'a'}";

  @Test
  void whatCannotBePublishedOfOneAnswerDoesNotTouchTheOthers() {
    ObjectNode message =
        alone(
            """
            {'q1': {'responseType': 'text', 'value': 1},
             'q2': {'responseType': 'radio', 'value': 'R1'},
             'q3': {'responseType': 'text', 'value': 'a', 'question': 'no list'},
             'q4': 'no document',
             'q5': {'responseType': 'text', 'value': 'a', 'fileName': 'no list'},
             'q6': {'responseType': 'poem', 'value': 'a'},
             'q7': {'qid': [], 'responseType': 'text', 'value': 'a'},
             'q8': null,
             'q9': %s}
            """
                .formatted(TEXT));
    assertEquals(
        List.of(
            "q4: wrong-type:answers[]",
            "q5: wrong-type:answers[].fileName",
            "q1: text-not-text",
            "q2: no-matching-option",
            "q3: wrong-type:answers[].question",
            "q6: unknown-response-type",
            "q7: wrong-type:answers[].qid"),
        Submissions.asides(RULES, message));
    assertEquals(List.of("s:q9:::"), Submissions.keys(RULES, message));
  }

  @Test
  void aMultiselectPublishesWhatMatchesAndPutsAsideWhatDoesNot() {
    ObjectNode message =
        alone(
            """
            {'q': {'responseType': 'multiselect', 'value': ['R9', 'R2', 1],
                   'options': [{'value': 'R1'}, {'value': 'R2'}, {'value': 1}]}}
            """);
    assertEquals(List.of("s:q::R2:", "s:q::1:"), Submissions.keys(RULES, message));
    PutAside aside = Submissions.published(RULES, message).putAside().get(0);
    assertEquals("no-matching-option", aside.code());
    assertEquals("1 chosen that no option has, at answers[0].value", aside.detail());
  }

  @Test
  void theQuestionIsTheNameOfTheAnswerIfThereIsNoQid() {
    ObjectNode message =
        alone(
            "{'a': {'qid': 'q', 'responseType': 'text', 'value': ''},"
                + " 'b': {'qid': 6, 'responseType': 'text', 'value': ''},"
                + " 'c': {'qid': null, 'responseType': 'text', 'value': ''}}");
    assertEquals(List.of("s:q:::", "s:6:::", "s:c:::"), Submissions.keys(RULES, message));
    assertEquals("c", Submissions.rows(RULES, message).get(2).get("questionId").asText());
  }

  @Test
  void aSecondAnswerToAQuestionIsPutAside() {
    ObjectNode message =
        alone("{'q': %s, 'r': {'qid': 'q', 'responseType': 'text', 'value': 'b'}}".formatted(TEXT));
    assertEquals(List.of("q: duplicate-question"), Submissions.asides(RULES, message));
    assertEquals("a", Submissions.row(RULES, message).get("questionAnswer").asText());
  }

  @Test
  void theFirstAnswerToAQuestionCountsEvenIfItIsPutAside() {
    for (String first :
        List.of(
            "'responseType': 'text', 'value': 'b', 'remarks': []",
            "'responseType': 'text', 'value': 1",
            "'responseType': 'radio', 'value': 'R9', 'options': []")) {
      ObjectNode message = alone("{'r': {'qid': 'q', %s}, 'q': %s}".formatted(first, TEXT));
      assertEquals(List.of(), Submissions.keys(RULES, message), first);
      List<String> asides = Submissions.asides(RULES, message);
      assertEquals(2, asides.size(), first);
      assertEquals("q: duplicate-question", asides.get(1), first);
    }
  }

  @Test
  void anAnswerThatWasNotGivenCountsForNothing() {
    ObjectNode message =
        alone(
            "{'r': {'qid': 'q', 'responseType': 'text', 'value': null}, 'q': %s}".formatted(TEXT));
    assertEquals(List.of("s:q:::"), Submissions.keys(RULES, message));
  }

  @Test
  void partsOfRecordKeysAreEncoded() {
    ObjectNode message =
        Submissions.observationOf(
            "{'q:%': {'responseType': 'radio', 'value': ':', 'options': [{'value': ':'}]}}");
    message.put("_id", "s%3A:");
    message
        .withObject("/userProfile")
        .set("organisations", Submissions.json("[{'organisationId': 'o:1', 'isSchool': false}]"));
    assertEquals(List.of("s%253A%3A:q%3A%25::%3A:o%3A1"), Submissions.keys(RULES, message));
    assertEquals("s%3A:", Submissions.published(RULES, message).submissionId());
  }

  @Test
  void anOptionIsInTheKeyOfChoicesOnly() {
    ObjectNode message =
        alone("{'q': {'responseType': 'number', 'value': 1, 'options': [{'value': 1}]}}");
    assertEquals(List.of("s:q:::"), Submissions.keys(RULES, message));
  }

  @Test
  void everyOrganisationThatIsNoSchoolHasACopyTheFirstOfEachIdCounts() {
    ObjectNode message = alone("{'q': %s}".formatted(TEXT));
    message
        .withObject("/userProfile")
        .set(
            "organisations",
            Submissions.json(
                """
                [{'organisationId': 'a', 'orgName': 'A', 'isSchool': false},
                 {'organisationId': 's', 'orgName': 'S', 'isSchool': true},
                 {'organisationId': 'a', 'orgName': 'A again', 'isSchool': false},
                 {'organisationId': 'u', 'orgName': 'Unknown'},
                 {'orgName': 'Nameless', 'isSchool': false},
                 {'organisationId': '', 'orgName': 'Lost', 'isSchool': false},
                 null]
                """));
    List<JsonNode> rows = Submissions.rows(RULES, message);
    assertEquals(
        List.of("A", "Nameless"),
        rows.stream().map(row -> row.get("organisation_name").asText()).toList());
    assertEquals(List.of("s:q:::a", "s:q:::"), Submissions.keys(RULES, message));
  }

  @Test
  void filesAreAddressedJoinedAndCounted() {
    ObjectNode message =
        alone(
            """
            {'q': {'responseType': 'text', 'value': 'a', 'remarks': 'r "x"', 'fileName': [
                {'sourcePath': 'a.jpg'}, null, {'name': 'no path'}, {'sourcePath': 'b.jpg'}]},
             'r': {'responseType': 'text', 'value': 'a', 'remarks': '', 'fileName': [{}]}}
            """
                .replace("\"x\"", "\\'x\\'"));
    JsonNode row = Submissions.rows(RULES, message).get(0);
    assertEquals(
        "https://cdn.example.org/samiksha/a.jpg , https://cdn.example.org/samiksha/b.jpg",
        row.get("evidences").asText());
    assertEquals(3, row.get("evidence_count").asInt());
    assertEquals(4, row.get("total_evidences").asInt());
    assertEquals("'r x'", row.get("remarks").asText());
    JsonNode other = Submissions.rows(RULES, message).get(1);
    assertFalse(other.has("evidences"));
    assertFalse(other.has("remarks"));
    assertEquals(1, other.get("evidence_count").asInt());
  }

  @Test
  void numbersStayAsTheyAreStored() {
    ObjectNode message = alone("{'q': %s}".formatted(TEXT));
    String json =
        message
            .toString()
            .replace("\"value\":\"a\"", "\"value\":6.50,\"maxScore\":1e2")
            .replace("\"text\"", "\"number\"");
    SubmissionOutcome.Published published =
        (SubmissionOutcome.Published)
            RULES.transform(
                JsonValue.document(json.getBytes(StandardCharsets.UTF_8)), new SampleLookups());
    String row = new String(published.rows().get(0).value(), StandardCharsets.UTF_8);
    assertTrue(row.contains("\"questionAnswer\":6.50,"), row);
    assertTrue(row.contains("\"questionResponseLabel_number\":6.50,"), row);
    assertTrue(row.contains("\"maxScore\":1e2,"), row);
  }

  @Test
  void aMatrixIsExpandedByInstanceAndSaysNothingItself() {
    ObjectNode message =
        alone(
            """
            {'m': {'responseType': 'matrix', 'externalId': 'M', 'question': ['Matrix?'], 'value': [
               {'c': %s, 'd': null},
               null,
               [{'qid': 'c', 'responseType': 'text', 'value': 'b'}, null],
               {},
               {'c': {'responseType': 'text', 'value': 5}, 'd': %s}]}}
            """
                .formatted(TEXT, TEXT));
    assertEquals(List.of("s:c:1::", "s:c:3::", "s:d:5::"), Submissions.keys(RULES, message));
    assertEquals(List.of("c: text-not-text"), Submissions.asides(RULES, message));
    JsonNode row = Submissions.rows(RULES, message).get(1);
    assertEquals(3, row.get("instanceId").intValue());
    assertEquals("m", row.get("instanceParentId").asText());
    assertEquals("M", row.get("instanceParentExternalId").asText());
    assertEquals("Matrix?", row.get("instanceParentQuestion").asText());
    assertEquals("", row.get("instanceParentEcmSequence").asText("none"));
    assertFalse(row.has("instanceParentSection"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[] | ",
        "'' | ",
        "null | ",
        "'x' | m: wrong-type:answers[].value",
        "{} | m: wrong-type:answers[].value",
        "['x'] | m: wrong-type:answers[].value[]",
        "[['x']] | null: wrong-type:answers[].value[][]",
        "[[{'responseType': 'text'}]] | null: missing:answers[].value[][].qid",
        "[{'c': 1}] | c: wrong-type:answers[].value[][]",
        "[{'c': {'responseType': 'matrix', 'value': [{}]}}] | c: unknown-response-type",
        "[{'c': {'responseType': 'matrix', 'value': []}}] | ",
        "[{'c': {'responseType': 'poem', 'value': 1}}] | c: unknown-response-type",
        "[{'c': {'responseType': 'pageQuestions', 'value': 1}}] | ",
      })
  void aMatrixWithoutAnswers(String value, String aside) {
    ObjectNode message =
        alone("{'m': {'responseType': 'matrix', 'value': %s}, 'q': %s}".formatted(value, TEXT));
    assertEquals(aside == null ? List.of() : List.of(aside), Submissions.asides(RULES, message));
    assertEquals(List.of("s:q:::"), Submissions.keys(RULES, message));
  }

  @Test
  void aMatrixWhoseOwnColumnsAreOfAWrongTypeIsPutAsideWithAllThatIsInIt() {
    ObjectNode message =
        alone(
            "{'m': {'responseType': 'matrix', 'externalId': [], 'value': [{'c': %s}]}, 'q': %s}"
                .formatted(TEXT, TEXT));
    assertEquals(List.of("m: wrong-type:answers[].externalId"), Submissions.asides(RULES, message));
    assertEquals(List.of("s:q:::"), Submissions.keys(RULES, message));
  }

  @Test
  void anAnswerHasItsRowsOrWhyItIsPutAside() {
    SubmissionOutcome.Published published =
        Submissions.published(
            RULES,
            alone(
                """
                {'q': %1$s, 'q/1': %1$s, 'q1': %1$s,
                 't': {'responseType': 'text', 'value': 1},
                 's': {'qid': 'q', 'responseType': 'text', 'value': ''}}
                """
                    .formatted(TEXT)));
    assertEquals(List.of("s:q:::"), keys(of(published, "q")));
    assertEquals(List.of("s:q/1:::"), keys(of(published, "q%2F1")));
    assertEquals(List.of(), of(published, "q").putAside());
    assertEquals(List.of(), keys(of(published, "t")));
    assertEquals("text-not-text", of(published, "t").putAside().get(0).code());
    assertEquals(List.of(), keys(of(published, "s")));
    assertEquals("duplicate-question", of(published, "s").putAside().get(0).code());
    assertFalse(published.isPartlyPublished(of(published, "t").putAside().get(0)));
  }

  @Test
  void anAnswerInAMatrixIsToldFromItsNeighbours() {
    SubmissionOutcome.Published published =
        Submissions.published(
            RULES,
            alone(
                """
                {'m': {'responseType': 'matrix', 'value': [
                   {'c': %1$s, 'd': {'responseType': 'text', 'value': 1}},
                   {'c': {'responseType': 'text', 'value': 1}, 'd': %1$s},
                   [{'qid': 'c', 'responseType': 'text', 'value': 1},
                    {'qid': 'd', 'responseType': 'text', 'value': ''}],
                   7]}}
                """
                    .formatted(TEXT)));
    assertEquals(
        List.of("m/1/d", "m/2/c", "m/3/1", "m/4"),
        published.putAside().stream().map(aside -> aside.path().text()).toList());
    assertEquals(List.of("s:c:1::"), keys(of(published, "m/1/c")));
    assertEquals(List.of("s:d:2::"), keys(of(published, "m/2")));
    assertEquals(List.of("s:d:3::"), keys(of(published, "m/3/2")));
    assertEquals(3, of(published, "m").rows().size());
    assertTrue(published.putAside().stream().noneMatch(published::isPartlyPublished));
  }

  @Test
  void anAnswerOfWhichAnOptionMatchesIsPartlyPublished() {
    SubmissionOutcome.Published published =
        Submissions.published(
            RULES,
            alone(
                """
                {'m': {'responseType': 'multiselect', 'value': ['R9', 'R2'],
                       'options': [{'value': 'R2'}]}}
                """));
    assertEquals(List.of("s:m::R2:"), keys(of(published, "m")));
    assertTrue(published.isPartlyPublished(published.putAside().get(0)));
  }

  private static SubmissionOutcome.Published of(
      SubmissionOutcome.Published published, String path) {
    return published.of(new AnswerPath(path));
  }

  private static List<String> keys(SubmissionOutcome.Published published) {
    return published.rows().stream().map(StreamRow::key).toList();
  }

  @Test
  void aSubmissionWithoutAnswersIsPublishedWithoutRows() {
    ObjectNode message = Submissions.observation();
    message.remove("answers");
    assertEquals(
        new SubmissionOutcome.Published("64f000000000000000000001", List.of(), List.of()),
        Submissions.outcome(RULES, message));
  }

  /** Of the submission {@code s}, by a user of no organisation. */
  private static ObjectNode alone(String answers) {
    ObjectNode message = Submissions.observationOf(answers);
    message.withObject("/userProfile").remove("organisations");
    return message.put("_id", "s");
  }
}
