package org.mlanalytics.local.data;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.ObjectId;

/**
 * Completed submissions of observations as messages, with answers of all kinds but matrices, and
 * the documents that they refer to. They are those of {@link SubmissionGenerator}: 5 KB, and 0.4 KB
 * for each answer. An answer gives one row for each option that was chosen and each organisation of
 * the user, 2.1 on average. The same seed gives the same messages.
 */
public final class AnsweredObservations {

  private static final long DEFAULT_SEED = 2025;
  private static final long ANSWERS = 0x416e;
  private static final String NO_INSTANCE = "";
  private static final JsonWriterSettings PLAIN =
      JsonWriterSettings.builder()
          .outputMode(JsonMode.RELAXED)
          .objectIdConverter((id, json) -> json.writeString(id.toHexString()))
          .dateTimeConverter((at, json) -> json.writeString(Instant.ofEpochMilli(at).toString()))
          .build();

  private final long seed;
  private final int answers;
  private final SubmissionGenerator submissions;

  /** So many submissions with so many answers each, at most a thousand. */
  public AnsweredObservations(long seed, int submissions, int answers) {
    this.seed = seed;
    this.answers = answers;
    this.submissions = new SubmissionGenerator(seed, submissions);
  }

  /** So many submissions with so many answers each, always the same. */
  public static AnsweredObservations of(int submissions, int answers) {
    return new AnsweredObservations(DEFAULT_SEED, submissions, answers);
  }

  /** The collection of programs. */
  public Stream<Document> programs() {
    return submissions.programs();
  }

  /** The collection of solutions, those of observations with themes and the order of questions. */
  public Stream<Document> solutions() {
    return IntStream.range(0, SubmissionCatalogue.SOLUTIONS)
        .mapToObj(
            number -> {
              Document solution = submissions.observationSolution(number);
              rubric(number).appendTo(solution, new Draw(seed, number), false);
              solution.remove("criteria");
              return solution
                  .append("description", "What an observer looks for")
                  .append("scoringSystem", number % 2 == 0 ? "pointsBasedScoring" : "")
                  .append("questionSequenceByEcm", questionnaire(number).sequence());
            });
  }

  /** The collection {@code criteriaQuestions}. */
  public Stream<Document> criteriaQuestions() {
    return IntStream.range(0, SubmissionCatalogue.SOLUTIONS)
        .boxed()
        .flatMap(number -> questionnaire(number).criteriaQuestions());
  }

  /** The message with an index from 0. */
  public ObservationMessage message(int index) {
    Document submission = submissions.observation(index);
    Date updated = submission.getDate("updatedAt");
    submission.append("status", "completed").append("completedDate", updated);
    List<GivenAnswer> given =
        questionnaire(solution(submission)).answers(new Draw(seed ^ ANSWERS, index));
    Document document = new Document();
    given.forEach(answer -> document.append(answer.questionId().toHexString(), answer.document()));
    submission.append("answers", document);
    String id = submission.getObjectId("_id").toHexString();
    boolean hidden = submission.getBoolean("isAPrivateProgram") || submission.getBoolean("deleted");
    List<String> keys = hidden ? List.of() : keys(id, given, offices(submission));
    return new ObservationMessage(id, submission.toJson(PLAIN), keys);
  }

  private static List<String> keys(String id, List<GivenAnswer> given, List<String> offices) {
    return given.stream()
        .flatMap(
            answer ->
                answer
                    .options()
                    .flatMap(
                        option ->
                            offices.stream()
                                .map(
                                    office ->
                                        String.join(
                                            ":",
                                            id,
                                            answer.questionId().toHexString(),
                                            NO_INSTANCE,
                                            option,
                                            office))))
        .toList();
  }

  /** The organisations of the user that are no schools, each once; an empty one for none. */
  private static List<String> offices(Document submission) {
    List<String> offices =
        submission
            .get("userProfile", Document.class)
            .getList("organisations", Document.class)
            .stream()
            .filter(organisation -> !organisation.getBoolean("isSchool"))
            .map(organisation -> organisation.getString("organisationId"))
            .distinct()
            .toList();
    return offices.isEmpty() ? List.of("") : offices;
  }

  /** The number of the solution is in its external id, also where its id is of none. */
  private static int solution(Document submission) {
    String externalId = submission.getString("solutionExternalId");
    return Integer.parseInt(externalId.substring(externalId.lastIndexOf('-') + 1));
  }

  private Questionnaire questionnaire(int solution) {
    List<ObjectId> criteria = rubric(solution).criteriaIds();
    return new Questionnaire(solution, answers, criteria);
  }

  private Rubric rubric(int solution) {
    return new Rubric(seed, solution);
  }
}
