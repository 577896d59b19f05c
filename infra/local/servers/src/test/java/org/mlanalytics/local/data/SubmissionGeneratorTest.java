package org.mlanalytics.local.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;

class SubmissionGeneratorTest {

  private static final int SUBMISSIONS = 3000;

  private final SubmissionGenerator generator = SubmissionGenerator.of(SUBMISSIONS);
  private final List<Document> observations = generator.observations().toList();

  @Test
  void sameSeedGivesTheSameDocuments() {
    SubmissionGenerator again = SubmissionGenerator.of(SUBMISSIONS);
    SubmissionGenerator other = new SubmissionGenerator(1, SUBMISSIONS);

    assertEquals(generator.observation(4711), again.observation(4711));
    assertEquals(generator.survey(4711), again.survey(4711));
    assertNotEquals(generator.observation(4711), other.observation(4711));
    assertNotEquals(generator.survey(4711), other.survey(4711));
  }

  @Test
  void solutionsAndProgramsAreThoseOfTheCollections() {
    Set<Object> solutions =
        generator
            .solutions()
            .filter(solution -> solution.getString("type").equals("observation"))
            .map(solution -> solution.get("_id"))
            .collect(Collectors.toSet());
    Set<Object> programs =
        generator.programs().map(program -> program.get("_id")).collect(Collectors.toSet());

    assertEquals(0.995, share(o -> solutions.contains(o.get("solutionId"))), 0.004);
    assertEquals(1, share(o -> programs.contains(o.get("programId"))));
    assertEquals(solutions.size() + 1, distinct(o -> o.get("solutionId")).size());
  }

  @Test
  void someAreHiddenAndMostAreCompleted() {
    assertEquals(0.03, share(o -> o.getBoolean("isAPrivateProgram")), 0.01);
    assertEquals(0.02, share(o -> o.getBoolean("deleted")), 0.01);
    assertEquals(0.5, share(o -> o.containsKey("completedDate")), 0.03);
  }

  @Test
  void oneSolutionHasAFifthOfAll() {
    Object first = generator.solutions().findFirst().orElseThrow().get("_id");

    assertEquals(0.21, share(o -> first.equals(o.get("solutionId"))), 0.03);
  }

  @Test
  void submissionsOfAUserHaveTheSameProfileAndUpToThreeOffices() {
    Set<Object> profiles = distinct(o -> o.get("userProfile"));
    Set<Object> users = distinct(o -> o.get("createdBy"));
    Set<Object> offices = distinct(o -> organisations(o).size() - 1);

    assertEquals(users.size(), profiles.size());
    assertEquals(SUBMISSIONS / 5, Collections.max(users(users)), 20);
    assertEquals(Set.of(0, 1, 2, 3), offices);
  }

  @Test
  void everyThemeNamesCriteriaOfTheSubmissionOrTheirParents() {
    for (Document rated : observations.stream().filter(o -> o.containsKey("themes")).toList()) {
      Set<Object> ids =
          rated.getList("criteria", Document.class).stream()
              .map(c -> c.getOrDefault("parentCriteriaId", c.get("_id")))
              .collect(Collectors.toSet());
      Set<Object> named =
          rated.getList("themes", Document.class).stream()
              .map(theme -> theme.containsKey("criteria") ? theme : child(theme))
              .flatMap(theme -> theme.getList("criteria", Document.class).stream())
              .map(reference -> reference.get("criteriaId"))
              .collect(Collectors.toSet());
      assertEquals(ids, named);
    }
    assertEquals(0.37, share(o -> o.containsKey("themes")), 0.1);
  }

  @Test
  void documentsAreAsLargeAsRealOnesWithoutAnswers() {
    double bytes =
        observations.stream()
            .mapToInt(o -> new RawBsonDocument(o, new DocumentCodec()).getByteBuffer().remaining())
            .average()
            .orElseThrow();

    assertTrue(bytes > 3_000 && bytes < 7_000, () -> bytes + " bytes");
  }

  private double share(Predicate<Document> what) {
    return observations.stream().filter(what).count() / (double) SUBMISSIONS;
  }

  private Set<Object> distinct(Function<Document, Object> what) {
    return observations.stream().map(what).collect(Collectors.toSet());
  }

  private static List<Integer> users(Set<Object> users) {
    return users.stream().map(user -> Integer.valueOf(user.toString().substring(5))).toList();
  }

  private static List<Document> organisations(Document submission) {
    return submission.get("userProfile", Document.class).getList("organisations", Document.class);
  }

  private static Document child(Document theme) {
    return theme.getList("children", Document.class).get(0);
  }
}
