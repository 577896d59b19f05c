package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which messages are published. All four functions filter the same way. */
class VisibilityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'isAPrivateProgram': true} | private",
        "{'isAPrivateProgram': null} | private",
        "{'deleted': true} | deleted",
        "{'status': 'started'} | not-completed",
        "{'status': 'Completed'} | not-completed",
        "{'status': ''} | not-completed",
        "{'status': null} | not-completed",
        "{'status': 1} | not-completed",
        "{'isAPrivateProgram': true, 'deleted': true, 'status': 'started'} | private",
        "{'deleted': true, 'status': 'started'} | deleted",
        "{'isAPrivateProgram': 'no', 'deleted': true, 'answers': 1} | deleted",
        "{'deleted': 0, 'status': 'started', '_id': null} | not-completed",
        "{'status': [], 'isAPrivateProgram': true} | private",
      })
  void filtered(String fields, String reason) {
    Submissions.BY_FUNCTION.forEach(
        (function, rules) ->
            assertEquals(
                new SubmissionOutcome.Filtered(reason),
                Submissions.outcome(rules, with(function, fields))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'isAPrivateProgram': 'false'} | wrong-type:isAPrivateProgram",
        "{'isAPrivateProgram': 0} | wrong-type:isAPrivateProgram",
        "{'deleted': 'true'} | wrong-type:deleted",
        "{'deleted': {}} | wrong-type:deleted",
        "{'status': true} | wrong-type:status",
        "{'status': ['completed']} | wrong-type:status",
      })
  void rejected(String fields, String code) {
    Submissions.BY_FUNCTION.forEach(
        (function, rules) ->
            assertEquals(
                code,
                assertInstanceOf(
                        SubmissionOutcome.Rejected.class,
                        Submissions.outcome(rules, with(function, fields)))
                    .code()));
  }

  @Test
  void missingDeletedIsNotDeleted() {
    Submissions.BY_FUNCTION.forEach(
        (function, rules) -> {
          Submissions.published(rules, with(function, "{'deleted': null}"));
          ObjectNode message = with(function, "{}");
          message.remove("deleted");
          Submissions.published(rules, message);
          message.remove("isAPrivateProgram");
          assertEquals(
              new SubmissionOutcome.Filtered("private"), Submissions.outcome(rules, message));
        });
  }

  @ParameterizedTest
  @CsvSource({"observation.started", "observation.inprogress", "survey.started"})
  void samplesThatAreNotCompleted(String name) {
    for (SubmissionRules rules : Submissions.BY_FUNCTION.values()) {
      assertEquals(
          new SubmissionOutcome.Filtered("not-completed"),
          Submissions.outcome(rules, Submissions.message(name)));
    }
  }

  @Test
  void nothingIsLookedUpForWhatIsFilteredOrRejected() {
    for (String fields : new String[] {"{'status': 'started'}", "{'deleted': 1}"}) {
      assertSame(
          LookupKeys.NONE,
          Submissions.OBSERVATION_QUESTIONS.lookupKeys(
              Submissions.value(with("observation", fields))));
    }
  }

  private static ObjectNode with(String function, String fields) {
    ObjectNode message =
        function.startsWith("survey") ? Submissions.survey() : Submissions.observation();
    return message.setAll((ObjectNode) Submissions.json(fields));
  }
}
