package org.mlanalytics.local.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * The questions of a solution, one kind after the other, and the criteria that they belong to by
 * turns.
 */
final class Questionnaire {

  private static final int QUESTION_ID = 0x7;
  private static final int MAX_QUESTIONS = 1000;
  private static final String METHOD = "OB";
  private static final String SECTION = "S1";
  private static final int OPTIONS = 4;
  private static final double CHOSEN_SHARE = 0.5;
  private static final double FILE_SHARE = 0.2;
  private static final List<String> KINDS =
      List.of("text", "radio", "multiselect", "number", "slider", "date");

  private final int solution;
  private final int questions;
  private final List<ObjectId> criteria;

  Questionnaire(int solution, int questions, List<ObjectId> criteria) {
    this.solution = solution;
    this.questions = questions;
    this.criteria = criteria;
  }

  /** The documents of {@code criteriaQuestions}. */
  Stream<Document> criteriaQuestions() {
    return IntStream.range(0, criteria.size()).mapToObj(this::criterion);
  }

  /** The value of {@code questionSequenceByEcm}. */
  Document sequence() {
    List<String> all = IntStream.range(0, questions).mapToObj(this::externalId).toList();
    return new Document(METHOD, new Document(SECTION, all));
  }

  /** One answer to each question. */
  List<GivenAnswer> answers(Draw draw) {
    return IntStream.range(0, questions).mapToObj(number -> answer(number, draw)).toList();
  }

  private Document criterion(int criterion) {
    List<Document> own =
        IntStream.range(0, questions)
            .filter(number -> number % criteria.size() == criterion)
            .mapToObj(
                number -> new Document("_id", id(number)).append("externalId", externalId(number)))
            .toList();
    List<Document> sections = List.of(new Document("code", SECTION).append("questions", own));
    return new Document("_id", criteria.get(criterion))
        .append("externalId", "CR-" + solution + "-" + criterion)
        .append("name", "Criterion " + criterion)
        .append("description", "What is seen in class")
        .append("evidences", List.of(new Document("code", METHOD).append("sections", sections)));
  }

  private GivenAnswer answer(int number, Draw draw) {
    String kind = KINDS.get(number % KINDS.size());
    List<String> chosen = new ArrayList<>();
    Object value =
        switch (kind) {
          case "radio" -> {
            chosen.add(option(draw.between(1, OPTIONS)));
            yield chosen.get(0);
          }
          case "multiselect" -> {
            IntStream.rangeClosed(1, OPTIONS)
                .filter(i -> i == 1 || draw.chance(CHOSEN_SHARE))
                .forEach(i -> chosen.add(option(i)));
            yield chosen;
          }
          case "number" -> draw.between(0, 99);
          case "slider" -> draw.between(1, 10);
          case "date" -> draw.withinDays(365);
          default -> "What was seen: \"" + draw.oneOf(Words.TITLES) + "\"";
        };
    boolean choice = !chosen.isEmpty();
    Document answer =
        new Document("qid", id(number))
            .append("externalId", externalId(number))
            .append("responseType", kind)
            .append("value", value)
            .append("options", choice ? options() : List.of())
            .append("question", List.of("Question " + number + "?", ""))
            .append("evidenceMethod", METHOD)
            .append("criteriaId", criteria.get(number % criteria.size()))
            .append("remarks", "")
            .append("fileName", draw.chance(FILE_SHARE) ? List.of(file(number)) : List.of())
            .append("payload", new Document("labels", List.of()));
    return new GivenAnswer(id(number), answer, chosen);
  }

  private static List<Document> options() {
    return IntStream.rangeClosed(1, OPTIONS)
        .mapToObj(i -> new Document("value", option(i)).append("label", "Choice " + i))
        .toList();
  }

  private static Document file(int number) {
    return new Document("name", number + ".jpg")
        .append("sourcePath", "observations/" + number + ".jpg")
        .append("type", "image/jpeg");
  }

  private static String option(int number) {
    return "R" + number;
  }

  private String externalId(int number) {
    return "Q-" + solution + "-" + number;
  }

  private ObjectId id(int number) {
    return Draw.id(QUESTION_ID, solution * MAX_QUESTIONS + number);
  }
}
