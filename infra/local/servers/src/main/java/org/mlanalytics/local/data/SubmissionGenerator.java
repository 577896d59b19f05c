package org.mlanalytics.local.data;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Submissions of observations and surveys in the shape of their collections, without the answers,
 * which no batch step reads: about 5 KB of BSON for an observation with a rubric, 3 KB for others.
 * Solutions are used by Zipf's law; a user makes some five submissions, from places of their own
 * and for 0 to 3 organisations. 3 % are private, 2 % deleted, 0.5 % of an unknown solution. The
 * same seed gives the same documents, and a document depends on nothing but the seed, its index and
 * the number of submissions.
 */
public final class SubmissionGenerator {

  private static final long DEFAULT_SEED = 2025;
  private static final int OBSERVATION_ID = 0x1;
  private static final int SURVEY_ID = 0x2;
  private static final long SURVEYS = 0x5375;

  private final long seed;
  private final int submissions;
  private final SubmissionCatalogue catalogue;
  private final Submitters submitters;

  /** So many submissions of each kind. */
  public SubmissionGenerator(long seed, int submissions) {
    this.seed = seed;
    this.submissions = submissions;
    this.catalogue = new SubmissionCatalogue(seed);
    this.submitters = new Submitters(seed, submissions);
  }

  /** So many submissions of each kind, always the same. */
  public static SubmissionGenerator of(int submissions) {
    return new SubmissionGenerator(DEFAULT_SEED, submissions);
  }

  /** The collection of programs. */
  public Stream<Document> programs() {
    return catalogue.programs();
  }

  /** The collection of solutions, of both types. */
  public Stream<Document> solutions() {
    return catalogue.solutions();
  }

  /** The solution of observations with a number from 0. */
  Document observationSolution(int number) {
    return catalogue.solution(SubmissionCatalogue.OBSERVATION, number);
  }

  /** The submissions of observations, in the order of their ids. */
  public Stream<Document> observations() {
    return IntStream.range(0, submissions).mapToObj(this::observation);
  }

  /** The submissions of surveys, in the order of their ids. */
  public Stream<Document> surveys() {
    return IntStream.range(0, submissions).mapToObj(this::survey);
  }

  /** The submission of an observation with an index from 0. */
  public Document observation(int index) {
    Draw draw = new Draw(seed, index);
    int solution = catalogue.pick(draw);
    Document submission =
        SubmissionStub.of(draw, Draw.id(OBSERVATION_ID, index), submitters, catalogue)
            .document(SubmissionCatalogue.OBSERVATION, solution);
    return new ObservationContent(seed, draw, solution, submissions).appendTo(submission);
  }

  /** The submission of a survey with an index from 0. */
  public Document survey(int index) {
    Draw draw = new Draw(seed ^ SURVEYS, index);
    int solution = catalogue.pick(draw);
    return SubmissionStub.of(draw, Draw.id(SURVEY_ID, index), submitters, catalogue)
        .document(SubmissionCatalogue.SURVEY, solution)
        .append("surveyId", Draw.id(SURVEY_ID << 8, solution))
        .append(
            "surveyInformation",
            new Document("name", "Monthly \"pulse\" " + solution).append("description", "Pulse"));
  }
}
