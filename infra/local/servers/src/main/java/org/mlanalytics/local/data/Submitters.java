package org.mlanalytics.local.data;

import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;

/** The users that submit, each with one profile. */
final class Submitters {

  private static final int SUBMISSIONS_OF_A_USER = 5;
  private static final int MAX_OFFICES = 3;
  private static final int OFFICES = 400;
  private static final long USERS = 0x5573;

  private final long seed;
  private final int users;

  Submitters(long seed, int submissions) {
    this.seed = seed ^ USERS;
    this.users = Math.max(1, submissions / SUBMISSIONS_OF_A_USER);
  }

  int pick(Draw draw) {
    return draw.between(1, users);
  }

  /** The profile as it is copied into every submission. */
  Document profile(int user) {
    Draw draw = new Draw(seed, user);
    return new ProfileDocument(draw, "user-" + user)
        .document()
        .append("organisations", organisations(draw));
  }

  private static List<Document> organisations(Draw draw) {
    return IntStream.rangeClosed(0, draw.between(0, MAX_OFFICES))
        .mapToObj(i -> organisation(i == 0 ? 0 : draw.between(1, OFFICES)))
        .toList();
  }

  private static Document organisation(int office) {
    boolean school = office == 0;
    return new Document("organisationId", "org-" + office)
        .append("orgName", school ? "Government School" : "Education \"Office\" " + office)
        .append("isSchool", school)
        .append("associationType", 2);
  }
}
