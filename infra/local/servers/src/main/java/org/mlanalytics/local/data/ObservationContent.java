package org.mlanalytics.local.data;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;

/** What only a submission of an observation has: the observed entity, methods, and the rubric. */
final class ObservationContent {

  private static final int SUBMISSIONS_OF_AN_ENTITY = 3;
  private static final int ENTITY_ID = 0x3;
  private static final int SCHOOL = 4;
  private static final long ENTITIES = 0x456e;
  private static final double NOT_APPLICABLE_SHARE = 0.1;
  private static final double REGISTERED_SHARE = 0.9;
  private static final double SCHOOL_SHARE = 0.9;

  private final long seed;
  private final Draw draw;
  private final int solution;
  private final int entities;

  ObservationContent(long seed, Draw draw, int solution, int submissions) {
    this.seed = seed;
    this.draw = draw;
    this.solution = solution;
    this.entities = Math.max(1, submissions / SUBMISSIONS_OF_AN_ENTITY);
  }

  Document appendTo(Document submission) {
    appendEntity(submission, draw.between(1, entities));
    submission
        .append("evidencesStatus", Stream.of("Observe", "Interview").map(this::method).toList())
        .append("submissionNumber", draw.between(1, 3))
        .append("title", "Observation " + draw.between(1, 3));
    switch (solution % 3) {
      case 0 -> {
        boolean rated = submission.getString("status").equals("completed");
        submission.append("isRubricDriven", true).append("criteriaLevelReport", true);
        new Rubric(seed, solution).appendTo(submission, draw, rated);
      }
      case 1 -> submission.append("isRubricDriven", true).append("criteriaLevelReport", false);
      default -> {
        // as older solutions are: neither flag
      }
    }
    return submission;
  }

  private Document method(String name) {
    return new Document("name", name)
        .append("isSubmitted", true)
        .append("notApplicable", draw.chance(NOT_APPLICABLE_SHARE));
  }

  private void appendEntity(Document submission, int entity) {
    Draw of = new Draw(seed ^ ENTITIES, entity);
    List<Document> places = new ProfileDocument(of, "").locations();
    int level = of.chance(SCHOOL_SHARE) ? SCHOOL : of.between(1, SCHOOL - 1);
    Document place = places.get(level);
    Document information =
        new Document("name", place.get("name")).append("externalId", place.get("code"));
    if (of.chance(REGISTERED_SHARE)) {
      information.append(
          "registryDetails",
          new Document("locationId", place.get("id")).append("code", place.get("code")));
    }
    ObjectId id = Draw.id(ENTITY_ID, entity);
    submission
        .append("entityId", id)
        .append("entityExternalId", place.get("code"))
        .append("entityType", place.get("type"))
        .append("entityInformation", information.append("hierarchy", places.subList(0, level)));
  }
}
