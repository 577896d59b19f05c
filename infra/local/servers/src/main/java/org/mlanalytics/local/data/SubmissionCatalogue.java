package org.mlanalytics.local.data;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;

/** The programs and solutions that submissions belong to. */
final class SubmissionCatalogue {

  static final String OBSERVATION = "observation";
  static final String SURVEY = "survey";

  private static final int PROGRAMS = 12;
  static final int SOLUTIONS = 60;
  private static final int PROGRAM_ID = 0xa;
  private static final List<String> TYPES = List.of(OBSERVATION, SURVEY);

  private final long seed;
  private final ProgramSkew skew = new ProgramSkew(SOLUTIONS);

  SubmissionCatalogue(long seed) {
    this.seed = seed;
  }

  /** A solution of either type, the first ones most often. */
  int pick(Draw draw) {
    return skew.pick(draw.random().nextDouble());
  }

  ObjectId solutionId(String type, int solution) {
    return Draw.id(0xb0 + TYPES.indexOf(type), solution);
  }

  /** An id that no solution has. */
  ObjectId unknownId() {
    return Draw.id(0xbf, 1);
  }

  ObjectId programId(int solution) {
    return Draw.id(PROGRAM_ID, solution % PROGRAMS);
  }

  String programExternalId(int solution) {
    return "PRG-" + solution % PROGRAMS;
  }

  Stream<Document> programs() {
    return IntStream.range(0, PROGRAMS)
        .mapToObj(
            program ->
                new Document("_id", programId(program))
                    .append("externalId", programExternalId(program))
                    .append("name", "Improvement \"programme\" " + (program + 1)));
  }

  Stream<Document> solutions() {
    return TYPES.stream()
        .flatMap(type -> IntStream.range(0, SOLUTIONS).mapToObj(number -> solution(type, number)));
  }

  Document solution(String type, int number) {
    String title = new Draw(seed, -2L - number).oneOf(Words.TITLES);
    return new Document("_id", solutionId(type, number))
        .append("type", type)
        .append("name", title + ", " + type + " " + number);
  }
}
