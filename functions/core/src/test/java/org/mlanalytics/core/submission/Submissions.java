package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mlanalytics.core.Resources;
import org.mlanalytics.core.row.CollectedRows;
import org.mlanalytics.core.source.JsonValue;
import org.mlanalytics.core.source.Value;

/** Submissions and their rules as the tests use them. */
final class Submissions {

  static final SubmissionSettings SETTINGS =
      new SubmissionSettings("https://cdn.example.org/samiksha/", "SHIKSHALOKAM", "sunbirdsurvey");

  static final ObservationQuestions OBSERVATION_QUESTIONS = new ObservationQuestions(SETTINGS);
  static final ObservationEvidence OBSERVATION_EVIDENCE = new ObservationEvidence(SETTINGS);
  static final SurveyQuestions SURVEY_QUESTIONS = new SurveyQuestions(SETTINGS);
  static final SurveyEvidence SURVEY_EVIDENCE = new SurveyEvidence(SETTINGS);

  static final Map<String, SubmissionRules> BY_FUNCTION =
      new TreeMap<>(
          Map.of(
              "observation-questions", OBSERVATION_QUESTIONS,
              "observation-evidence", OBSERVATION_EVIDENCE,
              "survey-questions", SURVEY_QUESTIONS,
              "survey-evidence", SURVEY_EVIDENCE));

  private static final Map<String, ObjectNode> MESSAGES = new ConcurrentHashMap<>();

  private Submissions() {}

  /** A fresh copy of the sample of a completed observation. */
  static ObjectNode observation() {
    return message("observation.completed");
  }

  /** A fresh copy of the sample of a completed survey. */
  static ObjectNode survey() {
    return message("survey.completed");
  }

  static ObjectNode message(String name) {
    return MESSAGES
        .computeIfAbsent(
            name,
            file ->
                (ObjectNode)
                    CollectedRows.parse(
                        Resources.text(Resources.path("submissions/" + file + ".json"))))
        .deepCopy();
  }

  /** JSON in single quotes. */
  static JsonNode json(String text) {
    return CollectedRows.parse(text.replace('\'', '"'));
  }

  /** An observation with these answers only; JSON in single quotes. */
  static ObjectNode observationOf(String answers) {
    ObjectNode message = observation();
    message.set("answers", json(answers));
    return message;
  }

  /** A survey with these answers only; JSON in single quotes. */
  static ObjectNode surveyOf(String answers) {
    ObjectNode message = survey();
    message.set("answers", json(answers));
    return message;
  }

  /** The first row. */
  static JsonNode row(SubmissionRules rules, JsonNode message) {
    return rows(rules, message).get(0);
  }

  /** {@code question: code} of the answers that are put aside. */
  static List<String> asides(SubmissionRules rules, JsonNode message) {
    return published(rules, message).putAside().stream()
        .map(answer -> answer.questionId() + ": " + answer.code())
        .toList();
  }

  /** The record keys, after the rows are checked. */
  static List<String> keys(SubmissionRules rules, JsonNode message) {
    return rows(rules, message).stream().map(row -> row.get("record_key").asText()).toList();
  }

  static Value value(JsonNode message) {
    return JsonValue.document(message.toString().getBytes(StandardCharsets.UTF_8));
  }

  static SubmissionOutcome outcome(SubmissionRules rules, JsonNode message) {
    return rules.transform(value(message), new SampleLookups());
  }

  static SubmissionOutcome.Published published(SubmissionRules rules, JsonNode message) {
    return published(rules, message, new SampleLookups());
  }

  static SubmissionOutcome.Published published(
      SubmissionRules rules, JsonNode message, Lookups lookups) {
    return assertInstanceOf(
        SubmissionOutcome.Published.class, rules.transform(value(message), lookups));
  }

  /**
   * The rows of an outcome; insists that each is one of the dataset, and that keys are unique and
   * in the rows.
   */
  static List<JsonNode> rows(SubmissionRules rules, SubmissionOutcome.Published published) {
    CollectedRows rows = CollectedRows.withExtraKeys(rules.dataset());
    Set<String> keys = new HashSet<>();
    for (StreamRow row : published.rows()) {
      rows.row(row.value(), 0, row.value().length);
      assertTrue(keys.add(row.key()), "twice: " + row.key());
      JsonNode last = rows.rows().get(rows.rows().size() - 1);
      assertEquals(row.key(), last.get("record_key").asText());
    }
    return rows.rows();
  }

  static List<JsonNode> rows(SubmissionRules rules, JsonNode message) {
    return rows(rules, published(rules, message));
  }

  /** The rows of one question. */
  static List<JsonNode> rows(SubmissionRules rules, JsonNode message, String questionId) {
    return rows(rules, message).stream()
        .filter(row -> row.get("questionId").asText().equals(questionId))
        .toList();
  }
}
