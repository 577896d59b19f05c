package org.mlanalytics.core.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.core.ReadPath;
import org.mlanalytics.core.ReadRecorder;
import org.mlanalytics.core.row.CollectedRows;

/** Missing values, nulls and wrong types at every path that the rules of each function read. */
class SubmissionHostileTest {

  private static final String ANSWER = "answers[]";

  /** One value of each kind that JSON has. */
  private static final BsonDocument VALUES =
      BsonDocument.parse(
          """
          {"text": "secret", "number": 6, "double": 6.5, "boolean": true, "list": ["secret"],
           "document": {"secret": "secret"}}
          """);

  private static final Map<String, Set<String>> ACCEPTED =
      Map.of(
          "text", Set.of("text", "number", "double"),
          "mandatory text", Set.of("text", "number", "double"),
          "time", Set.of("text"),
          "flag", Set.of("boolean"),
          "match", Set.of("boolean"),
          "list", Set.of("list"),
          "document", Set.of("document"));

  static Stream<String> functions() {
    return Submissions.BY_FUNCTION.keySet().stream();
  }

  static Stream<Arguments> optionalPaths() {
    return functions()
        .flatMap(
            function ->
                ReadPath.due(paths(function), "text", "flag", "list", "document", "any").stream()
                    .map(path -> Arguments.of(function, path)));
  }

  static Stream<Arguments> wrongTypes() {
    return functions()
        .flatMap(
            function ->
                ReadPath.all(paths(function)).stream()
                    .filter(path -> ACCEPTED.containsKey(path.due()))
                    .flatMap(
                        path ->
                            VALUES.keySet().stream()
                                .filter(type -> !ACCEPTED.get(path.due()).contains(type))
                                .map(type -> Arguments.of(function, path, type))));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theListOfPathsIsWhatTheRulesRead(String function) {
    Set<String> read = new TreeSet<>();
    Submissions.BY_FUNCTION
        .get(function)
        .transform(
            new ReadRecorder(Submissions.value(message(function)), read), new SampleLookups());
    assertEquals(
        ReadPath.all(paths(function)).stream()
            .map(ReadPath::path)
            .collect(Collectors.toCollection(TreeSet::new)),
        read);
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void aWrongTypePutsItsAnswerAsideOrRejectsTheMessage(
      String function, ReadPath path, String type) {
    SubmissionOutcome outcome =
        outcome(function, with(function, path, before -> Optional.of(VALUES.get(type))));
    String code = "wrong-type:" + path.path();
    if (path.path().startsWith(ANSWER)) {
      SubmissionOutcome.Published published =
          assertInstanceOf(SubmissionOutcome.Published.class, outcome);
      assertFalse(published.putAside().isEmpty());
      for (PutAside answer : published.putAside()) {
        assertEquals(code, answer.code());
        assertFalse(answer.detail().contains("secret"), answer.detail());
      }
    } else {
      SubmissionOutcome.Rejected rejected =
          assertInstanceOf(SubmissionOutcome.Rejected.class, outcome);
      assertEquals(code, rejected.code());
      assertFalse(rejected.detail().contains("secret"), rejected.detail());
    }
  }

  @ParameterizedTest
  @MethodSource("optionalPaths")
  void anOptionalValueMayBeMissing(String function, ReadPath path) {
    assertInstanceOf(
        SubmissionOutcome.Published.class,
        outcome(function, with(function, path, before -> Optional.empty())));
  }

  @ParameterizedTest
  @MethodSource("optionalPaths")
  void nullIsTheSameAsMissing(String function, ReadPath path) {
    JsonNode nullified = with(function, path, before -> Optional.of(BsonNull.VALUE));
    if (path.path().endsWith("[]")) {
      // A null element holds its place in a list.
      assertInstanceOf(SubmissionOutcome.Published.class, outcome(function, nullified));
      return;
    }
    SubmissionRules rules = Submissions.BY_FUNCTION.get(function);
    JsonNode missing = with(function, path, before -> Optional.empty());
    assertEquals(Submissions.rows(rules, missing), Submissions.rows(rules, nullified));
    assertEquals(
        codes(Submissions.published(rules, missing)),
        codes(Submissions.published(rules, nullified)));
  }

  @ParameterizedTest
  @CsvSource({"_id", "solutionId", "completedDate"})
  void mandatoryFieldsMayNotBeMissing(String field) {
    for (String function : functions().toList()) {
      ReadPath path = new ReadPath(field, "mandatory");
      for (Optional<BsonValue> absent :
          List.of(Optional.<BsonValue>empty(), Optional.<BsonValue>of(BsonNull.VALUE))) {
        assertEquals(
            "missing:" + field,
            assertInstanceOf(
                    SubmissionOutcome.Rejected.class,
                    outcome(function, with(function, path, before -> absent)))
                .code());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2023-07-10T08:30:00",
    "2023-07-10",
    "''",
    "1969-12-31T23:59:59.999Z",
    "2101-01-01T00:00:00Z"
  })
  void aTimeWithoutZoneOrOutsideItsRangeRejects(String text) {
    for (String function : functions().toList()) {
      JsonNode message = message(function).put("completedDate", text);
      assertEquals(
          "timestamp:completedDate",
          assertInstanceOf(SubmissionOutcome.Rejected.class, outcome(function, message)).code());
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theSampleIsNoHostileOne(String function) {
    SubmissionRules rules = Submissions.BY_FUNCTION.get(function);
    SubmissionOutcome.Published published = Submissions.published(rules, message(function));
    assertEquals(List.of(), published.putAside());
    assertTrue(published.submissionId().startsWith("64f"));
    assertFalse(published.rows().isEmpty());
  }

  private static List<String> codes(SubmissionOutcome.Published published) {
    return published.putAside().stream().map(PutAside::code).toList();
  }

  private static String paths(String function) {
    return "submissions/" + function + ".paths.csv";
  }

  private static ObjectNode message(String function) {
    return function.startsWith("survey") ? Submissions.survey() : Submissions.observation();
  }

  private static SubmissionOutcome outcome(String function, JsonNode message) {
    return Submissions.outcome(Submissions.BY_FUNCTION.get(function), message);
  }

  private static JsonNode with(
      String function, ReadPath path, UnaryOperator<Optional<BsonValue>> change) {
    BsonDocument document = BsonDocument.parse(message(function).toString());
    path.replaceIn(document, change);
    return CollectedRows.parse(document.toJson());
  }
}
