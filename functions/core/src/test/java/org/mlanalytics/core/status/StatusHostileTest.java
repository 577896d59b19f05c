package org.mlanalytics.core.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.HostileValues;
import org.mlanalytics.core.ReadPath;
import org.mlanalytics.core.ReadRecorder;
import org.mlanalytics.core.row.CollectedRows;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RejectClass;

/** Missing values, nulls and wrong types at every path that the rules of submissions read. */
class StatusHostileTest {

  static Stream<Arguments> wrongTypes() {
    return paths()
        .filter(a -> HostileValues.ACCEPTED.containsKey(path(a).due()))
        .flatMap(
            a ->
                HostileValues.ALL.keySet().stream()
                    .filter(t -> !HostileValues.ACCEPTED.get(path(a).due()).contains(t))
                    .map(t -> Arguments.of(a.get()[0], a.get()[1], t)));
  }

  static Stream<Arguments> optionalPaths() {
    return paths().filter(a -> Set.of("text", "flag", "list", "document").contains(path(a).due()));
  }

  static Stream<Arguments> mandatoryPaths() {
    return paths().filter(a -> Set.of("mandatory text", "time").contains(path(a).due()));
  }

  private static Stream<Arguments> paths() {
    return Arrays.stream(Submissions.values())
        .flatMap(kind -> ReadPath.all(kind.paths()).stream().map(p -> Arguments.of(kind, p)));
  }

  private static ReadPath path(Arguments arguments) {
    return (ReadPath) arguments.get()[1];
  }

  @ParameterizedTest
  @EnumSource
  void theListOfPathsIsWhatTheRulesRead(Submissions kind) {
    Set<String> read = new TreeSet<>();
    kind.transform(new ReadRecorder(Bson.value(kind.complete()), read), kind.sink());
    assertEquals(
        ReadPath.all(kind.paths()).stream()
            .map(ReadPath::path)
            .collect(Collectors.toCollection(TreeSet::new)),
        read);
  }

  @ParameterizedTest
  @EnumSource
  void theSourceFieldsAreTheTopOfThePaths(Submissions kind) {
    assertEquals(
        ReadPath.all(kind.paths()).stream()
            .map(p -> p.path().split("[.\\[]")[0])
            .distinct()
            .toList(),
        kind.sourceFields());
  }

  @ParameterizedTest
  @EnumSource
  void aCompleteSubmissionIsNoHostileOne(Submissions kind) {
    assertEquals(new Outcome.Rows(2), kind.transform(kind.complete(), kind.sink()));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void aWrongTypeRejectsTheWholeSubmission(Submissions kind, ReadPath path, String type) {
    BsonDocument submission = kind.complete();
    path.replaceIn(submission, HostileValues.ALL.get(type));
    CollectedRows rows = kind.sink();
    Outcome.Rejected rejected =
        assertInstanceOf(Outcome.Rejected.class, kind.transform(submission, rows));
    assertEquals(RejectClass.MALFORMED, rejected.clazz());
    assertEquals("wrong-type:" + path.path(), rejected.code());
    assertFalse(rejected.detail().contains("secret"), rejected.detail());
    assertTrue(rows.rows().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("optionalPaths")
  void missingAndNullAreTheSameAndHarmless(Submissions kind, ReadPath path) {
    BsonDocument without = kind.complete();
    path.replaceIn(without, before -> Optional.empty());
    BsonDocument withNull = kind.complete();
    path.replaceIn(withNull, BsonNull.VALUE);
    CollectedRows rowsWithout = kind.sink();
    CollectedRows rowsWithNull = kind.sink();
    assertEquals(kind.transform(without, rowsWithout), kind.transform(withNull, rowsWithNull));
    assertEquals(rowsWithout.rows(), rowsWithNull.rows());
  }

  @ParameterizedTest
  @MethodSource("mandatoryPaths")
  void aMandatoryFieldThatIsMissingRejects(Submissions kind, ReadPath path) {
    for (Optional<BsonValue> nothing :
        List.of(Optional.<BsonValue>empty(), Optional.<BsonValue>of(BsonNull.VALUE))) {
      BsonDocument submission = kind.complete();
      path.replaceIn(submission, before -> nothing);
      Outcome.Rejected rejected =
          assertInstanceOf(Outcome.Rejected.class, kind.transform(submission, kind.sink()));
      assertEquals("missing:" + path.path(), rejected.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFlagOfAnotherTypeFilters(Submissions kind) {
    BsonDocument isPrivate = kind.complete().append("isAPrivateProgram", new BsonString("false"));
    assertEquals(new Outcome.Filtered("private"), kind.transform(isPrivate, kind.sink()));
    BsonDocument deleted = kind.complete();
    deleted.remove("deleted");
    assertEquals(new Outcome.Filtered("deleted"), kind.transform(deleted, kind.sink()));
  }

  @Test
  void anUnknownSolutionGoesBeforeAnUnknownProgramAndAfterAWrongType() {
    Submissions kind = Submissions.OBSERVATIONS;
    BsonDocument submission = kind.complete().append("programId", new BsonObjectId(new ObjectId()));
    assertExcluded("unknown-program", submission);
    submission.append("solutionId", new BsonObjectId(new ObjectId()));
    assertExcluded("unknown-solution", submission);
    submission.append("userProfile", new BsonString("wrong"));
    assertEquals(
        "wrong-type:userProfile",
        ((Outcome.Rejected) kind.transform(submission, kind.sink())).code());
  }

  @Test
  void anUnknownSolutionOfASurveyHasNoName() {
    BsonDocument submission =
        Submissions.SURVEYS.complete().append("solutionId", new BsonObjectId(new ObjectId()));
    CollectedRows rows = Submissions.SURVEYS.sink();
    assertEquals(new Outcome.Rows(2), Submissions.SURVEYS.transform(submission, rows));
    assertFalse(rows.rows().get(0).has("solution_name"));
  }

  private static void assertExcluded(String code, BsonDocument submission) {
    CollectedRows rows = Submissions.OBSERVATIONS.sink();
    Outcome.Rejected rejected =
        assertInstanceOf(
            Outcome.Rejected.class, Submissions.OBSERVATIONS.transform(submission, rows));
    assertEquals(RejectClass.EXCLUDED, rejected.clazz());
    assertEquals(code, rejected.code());
    assertTrue(rows.rows().isEmpty());
  }
}
