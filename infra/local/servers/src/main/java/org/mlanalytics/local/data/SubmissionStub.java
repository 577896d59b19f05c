package org.mlanalytics.local.data;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;

/** What submissions of both kinds have in common. */
record SubmissionStub(
    Draw draw, ObjectId id, Submitters submitters, SubmissionCatalogue catalogue) {

  private static final double PRIVATE_SHARE = 0.03;
  private static final double DELETED_SHARE = 0.02;
  private static final double UNKNOWN_SHARE = 0.005;
  private static final double NAMED_APP_SHARE = 0.8;
  private static final int CREATED_WITHIN_DAYS = 1200;
  private static final int UPDATED_WITHIN_DAYS = 60;
  private static final String COMPLETED = "completed";
  private static final List<String> STATUSES =
      List.of("started", "inprogress", "ratingPending", COMPLETED, COMPLETED, COMPLETED);

  static SubmissionStub of(
      Draw draw, ObjectId id, Submitters submitters, SubmissionCatalogue catalogue) {
    return new SubmissionStub(draw, id, submitters, catalogue);
  }

  Document document(String type, int solution) {
    Date created = draw.withinDays(CREATED_WITHIN_DAYS);
    Date updated = draw.after(created, UPDATED_WITHIN_DAYS);
    String status = draw.oneOf(STATUSES);
    int user = submitters.pick(draw);
    boolean unknown = draw.chance(UNKNOWN_SHARE);
    Document submission =
        new Document("_id", id)
            .append("status", status)
            .append("createdBy", "user-" + user)
            .append(
                "solutionId",
                unknown ? catalogue.unknownId() : catalogue.solutionId(type, solution))
            .append("solutionExternalId", "SOL-" + type + "-" + solution)
            .append("programId", catalogue.programId(solution))
            .append("programExternalId", catalogue.programExternalId(solution))
            .append("appInformation", app())
            .append("isAPrivateProgram", draw.chance(PRIVATE_SHARE))
            .append("deleted", draw.chance(DELETED_SHARE))
            .append("createdAt", created)
            .append("updatedAt", updated)
            .append("userRoleInformation", new Document("role", draw.oneOf(Words.ROLES)))
            .append("userProfile", submitters.profile(user));
    return status.equals(COMPLETED) ? submission.append("completedDate", updated) : submission;
  }

  private Document app() {
    return draw.chance(NAMED_APP_SHARE) ? new Document("appName", "Sunbird") : new Document();
  }
}
