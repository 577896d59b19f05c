package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlanalytics.core.source.RuleViolation;

/** Answer, label, number and option of the rows that an answer gives. */
class ExpansionTest {

  private static final String OPTIONS =
      "[{'value': 'R1', 'label': 'One'}, {'value': 2, 'label': 'Two'}, {'value': 'R3'},"
          + " {'value': 0, 'label': 0}, {'value': '2', 'label': 'lost'}, {'label': 'No value'},"
          + " null]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "text | 'a' | [a]['a'][-][]",
        "text | '' | [][][-][]",
        "text | '0' | [0]['0'][-][]",
        "number | 12 | [12][12][12][]",
        "number | '12' | [12][12][12][]",
        "number | 6.0 | [6.0][6.0][6.0][]",
        "number | 0 | [0][][0][]",
        "number | -0.0 | [-0.0][][0][]",
        "number | '' | [][][0][]",
        "number | '0' | [0][0][0][]",
        "number | 'many' | [many][many][many][]",
        "slider | 4 | [4][4][-][]",
        "slider | 0 | [0][][-][]",
        "slider | '' | [][][-][]",
        "date | '2023-07-01' | [2023-07-01][2023-07-01][-][]",
        "date | 5 | [5][5][-][]",
      })
  void withoutOptions(String type, String value, String expected) {
    ObjectNode answer = answer(type, value);
    assertEquals(List.of(expected), responses(answer));
    answer.putArray("options");
    assertEquals(List.of(expected), responses(answer));
    if (type.equals("text") || type.equals("date")) {
      answer.set("options", Submissions.json(OPTIONS));
      assertEquals(List.of(expected), responses(answer));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "radio | 'R1' | [R1][One][-][R1] | 0",
        "radio | 2 | [2][Two][-][2] | 0",
        "radio | 'R3' | [R3][][-][R3] | 0",
        "radio | 0 | [0][][-][0] | 0",
        "radio | '2' |  | 1",
        "radio | '0' |  | 1",
        "radio | 2.0 |  | 1",
        "radio | true |  | 1",
        "radio | 'R9' |  | 1",
        "radio | '' |  | 0",
        "radio | [] |  | 0",
        "radio | null |  | 0",
        "number | 2 | [2][Two][2][] | 0",
        "number | 0 | [0][][0][] | 0",
        "number | 9 |  | 1",
        "slider | 2 | [2][Two][-][] | 0",
        "slider | '' |  | 0",
        "multiselect | ['R1'] | [R1][One][-][R1] | 0",
        "multiselect | ['R3', null, 'R1', 'R1'] | [R1][One][-][R1];[R3][][-][R3] | 0",
        "multiselect | ['R1', 'R9', '2', 2.0] | [R1][One][-][R1] | 3",
        "multiselect | [{}, [], true] |  | 3",
        "multiselect | [''] |  | 1",
        "multiselect | [null] |  | 0",
        "multiselect | [] |  | 0",
        "multiselect | '' |  | 0",
        "multiselect | null |  | 0",
      })
  void withOptions(String type, String value, String expected, int unmatched) {
    ObjectNode answer = answer(type, value);
    answer.set("options", Submissions.json(OPTIONS));
    assertEquals(expected == null ? List.of() : List.of(expected.split(";")), responses(answer));
    assertEquals(unmatched, expansion(answer).unmatched());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "radio | 'R1' | 1",
        "multiselect | ['R1'] | 1",
        "radio | '' | 0",
        "multiselect | [] | 0",
      })
  void aChoiceWithoutOptionsMatchesNone(String type, String value, int unmatched) {
    assertEquals(new Expansion(List.of(), unmatched), expansion(answer(type, value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "text | 5 | text-not-text",
        "text | true | text-not-text",
        "text | ['a'] | text-not-text",
        "text | {} | text-not-text",
        "number | true | wrong-type:value",
        "number | [] | wrong-type:value",
        "slider | {} | wrong-type:value",
        "date | [1] | wrong-type:value",
        "radio | ['R1'] | wrong-type:value",
        "radio | {} | wrong-type:value",
        "multiselect | 'R1' | wrong-type:value",
        "multiselect | 1 | wrong-type:value",
        "multiselect | {} | wrong-type:value",
        "Text | 'a' | unknown-response-type",
        "file | null | unknown-response-type",
      })
  void refused(String type, String value, String code) {
    assertEquals(code, violation(answer(type, value)).code());
  }

  @Test
  void theLabelOfATextHasNoNewlinesAndNoDoubleQuotes() {
    ObjectNode answer = answer("text", "null").put("value", "x\n\"y\"\r\nz");
    assertEquals(List.of("[x\n\"y\"\r\nz]['xyz'][-][]"), responses(answer));
  }

  @Test
  void noResponseTypeIsUnknown() {
    ObjectNode answer = answer("text", "'a'");
    answer.remove("responseType");
    assertEquals("unknown-response-type", violation(answer).code());
  }

  @Test
  void onlyWhatDecidesIsReadOfTheOptions() {
    ObjectNode answer = answer("radio", "'R1'");
    answer.set("options", Submissions.json("[{'value': 'R1'}, {'value': 'R2', 'label': []}]"));
    assertEquals(List.of("[R1][][-][R1]"), responses(answer));
    answer.put("value", "R2");
    assertEquals("wrong-type:options[].label", violation(answer).code());
    answer.set("options", Submissions.json("[{'value': 'R2'}, {'value': true}]"));
    assertEquals("wrong-type:options[].value", violation(answer).code());
  }

  @ParameterizedTest
  @CsvSource({"matrix", "pageQuestions"})
  void framesOfOthersGiveNothing(String type) {
    assertEquals(List.of(), responses(answer(type, "''")));
    assertEquals(List.of(), responses(answer(type, "[1]")));
  }

  @ParameterizedTest
  @CsvSource({"text", "radio", "multiselect", "number", "slider", "date", "matrix", "anything"})
  void theDigestOfAMatrixQuestionGivesNothing(String type) {
    ObjectNode answer = answer(type, "null");
    answer.putArray("instanceResponses");
    assertEquals(List.of(), responses(answer));
  }

  @Test
  void aDigestWithAValueIsAnAnswer() {
    ObjectNode answer = answer("text", "'a'");
    answer.putArray("instanceResponses");
    assertEquals(List.of("[a]['a'][-][]"), responses(answer));
  }

  private static RuleViolation violation(ObjectNode answer) {
    return assertThrows(RuleViolation.class, () -> expansion(answer));
  }

  private static List<String> responses(ObjectNode answer) {
    return expansion(answer).responses().stream().map(ExpansionTest::text).toList();
  }

  private static String text(Response response) {
    return "[%s][%s][%s][%s]"
        .formatted(
            response.answer().text(),
            response.label().text(),
            response.number() == null ? "-" : response.number().text(),
            response.option());
  }

  private static Expansion expansion(ObjectNode answer) {
    return Expansion.of(Submissions.value(answer));
  }

  private static ObjectNode answer(String type, String value) {
    ObjectNode answer = (ObjectNode) Submissions.json("{'value': " + value + "}");
    return answer.put("responseType", type);
  }
}
