package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bson.BsonDocument;
import org.mlanalytics.core.Mutations;
import org.mlanalytics.core.row.CollectedRows;

/** What holds for every submission. The rows are checked to be rows with keys of their own. */
class SubmissionPropertiesTest {

  @Property(tries = 500)
  void rowsAreTheExpansionOfAnswersOptionsAndOrganisations(@ForAll long seed) {
    ObservationGenerator generator = new ObservationGenerator(seed);
    SubmissionOutcome.Published published =
        Submissions.published(Submissions.OBSERVATION_QUESTIONS, generator.message());
    assertEquals(List.of(), published.putAside());
    List<String> expected = new ArrayList<>();
    for (String label : generator.labels()) {
      for (int i = 0; i < generator.copies(); i++) {
        expected.add(label);
      }
    }
    assertEquals(
        expected,
        Submissions.rows(Submissions.OBSERVATION_QUESTIONS, published).stream()
            .map(row -> row.get("questionResponseLabel").asText())
            .toList());
  }

  @Property(tries = 100)
  void aMessageThatComesAgainGivesTheSameBytes(@ForAll long seed) {
    JsonNode message = new ObservationGenerator(seed).message();
    assertEquals(bytes(message), bytes(message));
  }

  @Property
  void everyAnswerGivesRowsOrIsPutAsideOrIsOfAKindThatGivesNone(@ForAll long seed) {
    for (String kind : List.of("observation", "survey")) {
      ObjectNode message = damaged(kind, seed);
      SubmissionRules rules = Submissions.BY_FUNCTION.get(kind + "-questions");
      if (Submissions.outcome(rules, message) instanceof SubmissionOutcome.Published published) {
        Set<String> traces = new HashSet<>();
        for (JsonNode row : Submissions.rows(rules, published)) {
          traces.add(row.get("questionId").asText() + "@" + row.get("instanceId").asText());
        }
        published.putAside().forEach(answer -> traces.add(answer.questionId()));
        for (NaiveAnswers.Trace due : new NaiveAnswers(message).due()) {
          assertTrue(
              due.names().stream()
                  .anyMatch(n -> traces.contains(n) || traces.contains(n + "@" + due.instance())),
              () -> due + " left no trace in " + traces);
        }
      }
    }
  }

  @Property
  void whateverIsMissingOrOfAWrongTypeNothingIsThrown(@ForAll long seed) {
    Submissions.BY_FUNCTION.forEach(
        (function, rules) -> {
          JsonNode message = damaged(function.split("-")[0], seed);
          SampleLookups lookups = new SampleLookups();
          LookupKeys keys = rules.lookupKeys(Submissions.value(message));
          SubmissionOutcome outcome = rules.transform(Submissions.value(message), lookups);
          if (outcome instanceof SubmissionOutcome.Published published) {
            Submissions.rows(rules, published);
            published.putAside().forEach(answer -> assertFalse(answer.code().isEmpty()));
          }
          lookups
              .asked()
              .forEach(
                  (collection, ids) ->
                      assertTrue(
                          keys.of(collection).containsAll(ids),
                          () -> collection + ": " + ids + " beyond " + keys));
        });
  }

  @Property(tries = 500)
  void whateverTheLookedUpDocumentsAreNothingIsThrown(@ForAll long seed) {
    SampleLookups lookups = new SampleLookups();
    Random random = new Random(seed);
    lookups
        .documents()
        .values()
        .forEach(byId -> byId.values().forEach(document -> damage(document, random)));
    SubmissionOutcome outcome =
        Submissions.OBSERVATION_QUESTIONS.transform(
            Submissions.value(Submissions.observation()), lookups);
    if (outcome instanceof SubmissionOutcome.Published published) {
      Submissions.rows(Submissions.OBSERVATION_QUESTIONS, published);
    } else {
      String code = ((SubmissionOutcome.Rejected) outcome).code();
      assertTrue(code.matches("wrong-type:(solutions|programs)\\..*"), code);
    }
  }

  private static void damage(BsonDocument document, Random random) {
    if (random.nextBoolean()) {
      new Mutations(random).apply(document);
    }
  }

  private static ObjectNode damaged(String kind, long seed) {
    Random random = new Random(seed);
    ObjectNode message =
        kind.equals("survey")
            ? Submissions.survey()
            : random.nextBoolean()
                ? Submissions.observation()
                : new ObservationGenerator(seed).message();
    // Most damage is done where it does not keep the submission from being published.
    new JsonMutations(random).apply(random.nextInt(4) == 0 ? message : message.get("answers"));
    // as a topic holds it: half surrogate pairs do not survive UTF-8
    return (ObjectNode)
        CollectedRows.parse(
            new String(
                message.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  private static List<String> bytes(JsonNode message) {
    return Submissions.published(Submissions.OBSERVATION_QUESTIONS, message).rows().stream()
        .map(row -> row.key() + new String(row.value(), StandardCharsets.UTF_8))
        .toList();
  }
}
