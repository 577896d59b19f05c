package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of files, the same for observations and surveys. */
class EvidenceTest {

  private static final List<SubmissionRules> RULES =
      List.of(Submissions.OBSERVATION_EVIDENCE, Submissions.SURVEY_EVIDENCE);

  @Test
  void everyAnswerWithFilesHasOneRowWhateverItsType() {
    for (SubmissionRules rules : RULES) {
      ObjectNode message =
          message(
              rules,
              """
              {'q1': {'responseType': 'poem', 'fileName': [{'name': 'a', 'sourcePath': 'p/a'}, null,
                        {'name': 'b'}, {'sourcePath': 'p/c'}]},
               'q2': {'responseType': 'text', 'value': 'a', 'fileName': []},
               'q3': {'responseType': 'text', 'value': 'a'},
               'q4': {'responseType': 'text', 'instanceResponses': [], 'instanceFileName': [
                        [{'name': 'd', 'sourcePath': 'p/d'}], [], null, [{'name': 'e'}, null]]},
               'q5': {'fileName': null, 'instanceFileName': null},
               'q6': null,
               'm': {'responseType': 'matrix', 'value': [{'q4': {'fileName': [{'name': 'd'}]}}]}}
              """);
      List<JsonNode> rows = Submissions.rows(rules, message);
      assertEquals(List.of("s:q1", "s:q4"), Submissions.keys(rules, message));
      assertEquals("a,b", rows.get(0).get("fileName").asText());
      assertEquals("p/a,p/c", rows.get(0).get("fileSourcePath").asText());
      assertEquals(3, rows.get(0).get("evidence_count").intValue());
      assertEquals("d,e", rows.get(1).get("fileName").asText());
      assertEquals("p/d", rows.get(1).get("fileSourcePath").asText());
      assertEquals(2, rows.get(1).get("evidence_count").intValue());
      for (JsonNode row : rows) {
        assertEquals(5, row.get("total_evidences").intValue());
      }
      assertEquals(List.of(), Submissions.asides(rules, message));
    }
  }

  @Test
  void remarksAreRawAndWhatIsMissingIsEmpty() {
    for (SubmissionRules rules : RULES) {
      ObjectNode message = message(rules, "{'q': {'fileName': [{}]}}");
      JsonNode row = Submissions.row(rules, message);
      for (String empty :
          List.of("remarks", "questionExternalId", "questionName", "fileName", "fileSourcePath")) {
        assertEquals("", row.get(empty).asText("none"), empty);
      }
      message.withObject("/answers/q").put("remarks", "a\n\"b\"");
      assertEquals("a\n\"b\"", Submissions.row(rules, message).get("remarks").asText());
    }
  }

  @Test
  void aWrongTypeInOneAnswerPutsThatAnswerAside() {
    for (SubmissionRules rules : RULES) {
      ObjectNode message =
          message(
              rules,
              """
              {'q1': {'fileName': [{'name': true}]},
               'q2': {'fileName': {}},
               'q3': {'fileName': [{}], 'responseType': []},
               'q4': {'instanceFileName': [1]},
               'q5': {'fileName': [{}], 'value': {}, 'options': 5},
               'q6': {'qid': 'q5', 'fileName': [{}]},
               'q7': 1}
              """);
      assertEquals(
          List.of(
              "q2: wrong-type:answers[].fileName",
              "q4: wrong-type:answers[].instanceFileName[]",
              "q7: wrong-type:answers[]",
              "q1: wrong-type:answers[].fileName[].name",
              "q3: wrong-type:answers[].responseType",
              "q5: duplicate-question"),
          Submissions.asides(rules, message));
      assertEquals(List.of("s:q5"), Submissions.keys(rules, message));
    }
  }

  @Test
  void theFirstAnswerToAQuestionCountsEvenIfItIsPutAside() {
    for (SubmissionRules rules : RULES) {
      ObjectNode message =
          message(
              rules,
              "{'a': {'qid': 'q', 'fileName': [{}], 'remarks': []},"
                  + " 'b': {'qid': 'q', 'fileName': [{}]}}");
      assertEquals(List.of(), Submissions.keys(rules, message));
      assertEquals(
          List.of("q: wrong-type:answers[].remarks", "q: duplicate-question"),
          Submissions.asides(rules, message));
    }
  }

  @Test
  void keysAreEncoded() {
    for (SubmissionRules rules : RULES) {
      ObjectNode message = message(rules, "{'a:b%': {'fileName': [{}]}}");
      assertEquals(List.of("s:a%3Ab%25"), Submissions.keys(rules, message));
    }
  }

  private static ObjectNode message(SubmissionRules rules, String answers) {
    ObjectNode message =
        rules == Submissions.SURVEY_EVIDENCE
            ? Submissions.surveyOf(answers)
            : Submissions.observationOf(answers);
    return message.put("_id", "s");
  }
}
