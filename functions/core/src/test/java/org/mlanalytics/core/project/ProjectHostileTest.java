package org.mlanalytics.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.ReadPath;
import org.mlanalytics.core.ReadRecorder;
import org.mlanalytics.core.row.CollectedRows;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RejectClass;

/** Missing values, nulls and wrong types at every path that the rules read. */
class ProjectHostileTest {

  private static final String PATHS = "projects/paths.csv";

  /** One value of each kind, in extended JSON. */
  private static final BsonDocument VALUES =
      BsonDocument.parse(
          """
          {
            "text": "secret",
            "number": 6,
            "double": {"$numberDouble": "NaN"},
            "boolean": true,
            "instant": {"$date": "2023-07-10T08:30:00.000Z"},
            "id": {"$oid": "64d000000000000000000001"},
            "list": ["secret"],
            "document": {"secret": "secret"},
            "binary": {"$binary": {"base64": "c2VjcmV0", "subType": "04"}},
            "regex": {"$regularExpression": {"pattern": "secret", "options": ""}},
            "code": {"$code": "secret"},
            "timestamp": {"$timestamp": {"t": 1, "i": 1}},
            "maxKey": {"$maxKey": 1}
          }
          """);

  private static final Map<String, Set<String>> ACCEPTED =
      Map.of(
          "text", Set.of("text", "number", "double", "instant", "id"),
          "mandatory text", Set.of("text", "number", "double", "instant", "id"),
          "program", Set.of("text", "number", "double", "instant", "id"),
          "time", Set.of("text", "instant"),
          "flag", Set.of("boolean"),
          "list", Set.of("list"),
          "document", Set.of("document"));

  static List<ReadPath> optionalPaths() {
    return ReadPath.due(PATHS, "text", "flag", "list", "document");
  }

  static Stream<Arguments> wrongTypes() {
    return ReadPath.all(PATHS).stream()
        .filter(path -> ACCEPTED.containsKey(path.due()))
        .flatMap(
            path ->
                VALUES.keySet().stream()
                    .filter(type -> !ACCEPTED.get(path.due()).contains(type))
                    .map(type -> Arguments.of(path, type)));
  }

  static Stream<Arguments> otherTypesOfText() {
    return ReadPath.due(PATHS, "text", "mandatory text", "program").stream()
        .flatMap(
            path ->
                ACCEPTED.get(path.due()).stream().sorted().map(type -> Arguments.of(path, type)));
  }

  @Test
  void theListOfPathsIsWhatTheRulesRead() {
    Set<String> read = new TreeSet<>();
    Projects.transform(new ReadRecorder(Bson.value(Projects.complete()), read), Projects.sink());
    assertEquals(
        ReadPath.all(PATHS).stream()
            .map(ReadPath::path)
            .collect(Collectors.toCollection(TreeSet::new)),
        read);
  }

  @Test
  void theSourceFieldsAreTheTopOfThePaths() {
    assertEquals(
        ReadPath.all(PATHS).stream()
            .map(path -> path.path().split("[.\\[]")[0])
            .distinct()
            .toList(),
        ProjectRules.SOURCE_FIELDS);
  }

  @Test
  void aCompleteProjectIsNoHostileOne() {
    assertEquals(4, Projects.rows(Projects.complete()).rows().size());
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void aWrongTypeRejectsTheWholeProject(ReadPath path, String type) {
    CollectedRows rows = Projects.sink();
    Outcome.Rejected rejected =
        assertInstanceOf(
            Outcome.Rejected.class,
            Projects.transform(with(path, before -> Optional.of(VALUES.get(type))), rows));
    assertEquals(RejectClass.MALFORMED, rejected.clazz());
    assertEquals("wrong-type:" + path.path(), rejected.code());
    assertFalse(rejected.detail().contains("secret"), rejected.detail());
    assertTrue(rows.rows().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("otherTypesOfText")
  void numbersIdsAndInstantsAreTexts(ReadPath path, String type) {
    Projects.rows(with(path, before -> Optional.of(VALUES.get(type))));
  }

  @ParameterizedTest
  @MethodSource("optionalPaths")
  void anOptionalValueMayBeMissing(ReadPath path) {
    Projects.rows(with(path, before -> Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("optionalPaths")
  void nullIsTheSameAsMissing(ReadPath path) {
    if (path.path().endsWith("[]")) {
      // A null element holds its place in a list, so it is compared where places count: golden.
      Projects.rows(with(path, before -> Optional.of(BsonNull.VALUE)));
      return;
    }
    assertEquals(
        Projects.rows(with(path, before -> Optional.empty())).rows(),
        Projects.rows(with(path, before -> Optional.of(BsonNull.VALUE))).rows());
  }

  @ParameterizedTest
  @CsvSource({"_id", "updatedAt"})
  void mandatoryFieldsMayNotBeMissing(String field) {
    BsonDocument missing = Projects.complete();
    missing.remove(field);
    BsonDocument nullified = Projects.complete();
    nullified.put(field, BsonNull.VALUE);
    for (BsonDocument project : List.of(missing, nullified)) {
      Outcome.Rejected rejected = (Outcome.Rejected) Projects.transform(project, Projects.sink());
      assertEquals(RejectClass.MALFORMED, rejected.clazz());
      assertEquals("missing:" + field, rejected.code());
    }
  }

  @ParameterizedTest
  @CsvSource({"isAPrivateProgram, private", "isDeleted, deleted"})
  void aFlagThatIsNotFalseFilters(String flag, String reason) {
    ReadPath path = new ReadPath(flag, "match");
    Outcome filtered = new Outcome.Filtered(reason);
    for (BsonValue value : VALUES.values()) {
      assertEquals(filtered, outcome(with(path, before -> Optional.of(value))));
    }
    assertEquals(filtered, outcome(with(path, before -> Optional.of(BsonNull.VALUE))));
    assertEquals(filtered, outcome(with(path, before -> Optional.empty())));
  }

  @Test
  void filteredGoesBeforeNoProgramAndThatBeforeMalformed() {
    BsonDocument project = BsonDocument.parse("{isAPrivateProgram: true, isDeleted: 1}");
    assertEquals(new Outcome.Filtered("private"), outcome(project));
    project = BsonDocument.parse("{isAPrivateProgram: false, tasks: 1}");
    assertEquals(new Outcome.Filtered("deleted"), outcome(project));
    project = BsonDocument.parse("{isAPrivateProgram: false, isDeleted: false, tasks: 1}");
    Outcome.Rejected excluded = (Outcome.Rejected) outcome(project);
    assertEquals(RejectClass.EXCLUDED, excluded.clazz());
    assertEquals("no-program", excluded.code());
  }

  @ParameterizedTest
  @CsvSource({
    "2023-07-10T08:30:00",
    "2023-07-10",
    "10/07/2023",
    "''",
    "1969-12-31T23:59:59.999Z",
    "2101-01-01T00:00:00Z",
    "2101-01-01T05:29:59+05:29"
  })
  void aTimeWithoutZoneOrOutsideItsRangeRejects(String text) {
    BsonDocument project = Projects.complete();
    project.put("updatedAt", new BsonString(text));
    Outcome.Rejected rejected = (Outcome.Rejected) outcome(project);
    assertEquals("timestamp:updatedAt", rejected.code());
    assertEquals(RejectClass.MALFORMED, rejected.clazz());
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "4133980799999, true", "4133980800000, false"})
  void theRangeOfTimeIncludes1970AndExcludes2101(long millis, boolean accepted) {
    BsonDocument project = Projects.complete();
    project.put("updatedAt", new BsonDateTime(millis));
    assertEquals(accepted, outcome(project) instanceof Outcome.Rows, outcome(project).toString());
  }

  @Test
  void theDetailTellsTypeAndIndexes() {
    BsonDocument project = Projects.complete();
    project.getArray("tasks").add(BsonDocument.parse("{children: [{}, {name: true}]}"));
    assertEquals(
        new Outcome.Rejected(
            RejectClass.MALFORMED,
            "wrong-type:tasks[].children[].name",
            "BOOLEAN where text is due at tasks[1].children[1].name"),
        outcome(project));
  }

  @Test
  void whatNoRuleReadsIsNeverLookedAt() {
    BsonDocument project = Projects.complete();
    project.put("unknown", VALUES);
    project.getArray("tasks").add(BsonDocument.parse("{isDeleted: true, name: [], children: 1}"));
    project
        .getDocument("userProfile")
        .getArray("organisations")
        .add(BsonDocument.parse("{isSchool: true, orgName: []}"));
    project
        .getDocument("userProfile")
        .getArray("userLocations")
        .add(BsonDocument.parse("{type: 'village', name: []}"));
    assertEquals(new Outcome.Rows(4), outcome(project));
  }

  private static BsonDocument with(ReadPath path, UnaryOperator<Optional<BsonValue>> change) {
    BsonDocument project = Projects.complete();
    path.replaceIn(project, change);
    return project;
  }

  private static Outcome outcome(BsonDocument project) {
    return Projects.transform(project, Projects.sink());
  }
}
