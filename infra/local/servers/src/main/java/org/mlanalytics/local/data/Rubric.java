package org.mlanalytics.local.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * The themes and criteria of a solution: 3 to 5 themes of 2 to 4 criteria, those of the last one
 * under a child. Each third criterion is a copy, which a theme names by the id of its parent.
 */
final class Rubric {

  private static final int CRITERION_ID = 0xc;
  private static final int COPY_ID = 0xd;
  private static final int MAX_CRITERIA = 100;
  private static final int LEVELS = 4;
  private static final long RUBRICS = 0x5275;

  private final int solution;
  private final List<Integer> criteriaOfThemes;

  Rubric(long seed, int solution) {
    Draw draw = new Draw(seed ^ RUBRICS, solution);
    this.solution = solution;
    this.criteriaOfThemes =
        IntStream.range(0, draw.between(3, 5)).mapToObj(i -> draw.between(2, 4)).toList();
  }

  /** The ids by which the themes name their criteria, in order. */
  List<ObjectId> criteriaIds() {
    int criteria = criteriaOfThemes.stream().mapToInt(Integer::intValue).sum();
    return IntStream.range(0, criteria).mapToObj(i -> id(CRITERION_ID, i)).toList();
  }

  /**
   * Appends themes and criteria.
   *
   * @param rated whether they have levels
   */
  void appendTo(Document submission, Draw draw, boolean rated) {
    List<Document> themes = new ArrayList<>();
    List<Document> criteria = new ArrayList<>();
    for (int theme = 0; theme < criteriaOfThemes.size(); theme++) {
      int first = criteria.size();
      int end = first + criteriaOfThemes.get(theme);
      IntStream.range(first, end).forEach(i -> criteria.add(criterion(i, draw, rated)));
      themes.add(theme(theme, references(first, end), draw, rated));
    }
    submission.append("themes", themes).append("criteria", criteria);
  }

  private Document theme(int number, List<Document> references, Draw draw, boolean rated) {
    Document theme =
        new Document("name", "Domain \"" + number + "\"")
            .append("type", "theme")
            .append("externalId", "TH-" + solution + "-" + number)
            .append("label", "theme");
    if (number == criteriaOfThemes.size() - 1) {
      Document child = new Document("name", "Part").append("criteria", references);
      theme.append("children", List.of(child));
    } else {
      theme.append("criteria", references);
    }
    return rated ? theme.append("pointsBasedLevel", level(draw)) : theme;
  }

  private List<Document> references(int first, int end) {
    return IntStream.range(first, end)
        .mapToObj(i -> new Document("criteriaId", id(CRITERION_ID, i)).append("weightage", 25))
        .toList();
  }

  private Document criterion(int number, Draw draw, boolean rated) {
    boolean copy = number % 3 == 0;
    Document criterion =
        new Document("_id", id(copy ? COPY_ID : CRITERION_ID, number))
            .append("externalId", "CR-" + solution + "-" + number)
            .append("name", "Criterion " + number + ", " + Words.GOALS.get(number % 3))
            .append("description", "What is seen in class")
            .append("rubric", new Document("levels", levels()));
    if (copy) {
      criterion.append("parentCriteriaId", id(CRITERION_ID, number));
    }
    return rated ? criterion.append("score", level(draw)) : criterion;
  }

  private static Document levels() {
    Document levels = new Document();
    IntStream.rangeClosed(1, LEVELS)
        .forEach(i -> levels.append("L" + i, new Document("level", "L" + i).append("label", "")));
    return levels;
  }

  private static String level(Draw draw) {
    return "L" + draw.between(1, LEVELS);
  }

  private ObjectId id(int kind, int number) {
    return Draw.id(kind, solution * MAX_CRITERIA + number);
  }
}
