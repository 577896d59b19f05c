package org.mlanalytics.local.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * The user's profile as it is copied into every project: most of the document, little of it used.
 */
final class ProfileDocument {

  private static final int MAX_OFFICES = 2;
  private static final int DISTRICTS_OF_STATE = 30;
  private static final int BLOCKS_OF_DISTRICT = 8;
  private static final int CLUSTERS_OF_BLOCK = 12;
  private static final int SCHOOLS_OF_CLUSTER = 15;
  private static final int MEDIA_AND_GRADES = 4;

  private final Draw draw;
  private final String userId;

  ProfileDocument(Draw draw, String userId) {
    this.draw = draw;
    this.userId = userId;
  }

  Document document() {
    String name = draw.oneOf(Words.FIRST_NAMES);
    return new Document("id", userId)
        .append("userId", userId)
        .append("firstName", name)
        .append("lastName", "")
        .append("userName", name.toLowerCase(Locale.ROOT) + "_" + draw.between(10, 9999))
        .append("maskedEmail", name.charAt(0) + "*****@example.org")
        .append("maskedPhone", "******" + draw.between(1000, 9999))
        .append("rootOrgId", "org-root-" + draw.between(1, 12))
        .append("channel", "channel-" + draw.between(1, 12))
        .append("profileUserTypes", userTypes())
        .append("framework", framework())
        .append("organisations", organisations())
        .append("userLocations", locations())
        .append("roles", roles())
        .append("declarations", List.of())
        .append("promptTnC", "v" + draw.between(1, 12))
        .append("status", 1)
        .append("isDeleted", false)
        .append("identifier", draw.uuid());
  }

  private List<Document> userTypes() {
    return repeat(draw.between(1, 3))
        .map(i -> new Document("type", draw.oneOf(Words.USER_TYPES)).append("subType", null))
        .toList();
  }

  private Document framework() {
    return new Document("id", List.of("framework-" + draw.between(1, 40)))
        .append("board", List.of(draw.oneOf(Words.BOARDS)))
        .append("medium", repeat(draw.between(1, 2)).map(i -> "Medium " + i).toList())
        .append(
            "gradeLevel",
            repeat(draw.between(1, MEDIA_AND_GRADES)).map(i -> "Class " + (i + 1)).toList())
        .append(
            "subject",
            repeat(draw.between(1, MEDIA_AND_GRADES))
                .map(i -> draw.oneOf(Words.SUBJECTS))
                .toList());
  }

  private List<Document> organisations() {
    List<Document> organisations = new ArrayList<>();
    organisations.add(organisation("Government Primary School " + draw.between(1, 9999), true));
    repeat(draw.between(0, MAX_OFFICES))
        .map(i -> organisation(draw.oneOf(Words.STATES) + " Education Office", false))
        .forEach(organisations::add);
    return organisations;
  }

  private Document organisation(String name, boolean school) {
    return new Document("organisationId", "org-" + draw.between(1, 50_000))
        .append("orgName", name)
        .append("isSchool", school)
        .append("isSelfDeclaration", false)
        .append("associationType", 2)
        .append("hashTagId", "0" + draw.between(1_000_000, 9_999_999))
        .append("locationIds", repeat(5).map(i -> draw.uuid()).toList())
        .append("orgjoindate", draw.withinDays(365).toInstant().toString())
        .append("approvedby", null)
        .append("userId", userId)
        .append("parentOrgId", null)
        .append("externalId", "2" + draw.between(10_000_000, 99_999_999));
  }

  /** State, district, block, cluster and school, each in the one before it. */
  List<Document> locations() {
    int state = draw.between(1, Words.STATES.size());
    int district = draw.between(1, DISTRICTS_OF_STATE);
    int block = draw.between(1, BLOCKS_OF_DISTRICT);
    int cluster = draw.between(1, CLUSTERS_OF_BLOCK);
    int school = draw.between(1, SCHOOLS_OF_CLUSTER);
    String districtCode = Draw.digits(state, 2) + Draw.digits(district, 2);
    String blockCode = districtCode + Draw.digits(block, 2);
    String clusterCode = blockCode + Draw.digits(cluster, 2);
    return List.of(
        location("state", Words.STATES.get(state - 1), Draw.digits(state, 2)),
        location("district", "District " + districtCode, districtCode),
        location("block", "Block \"" + blockCode + "\"", blockCode),
        location("cluster", "Cluster " + clusterCode, clusterCode),
        location(
            "school", "GPS " + clusterCode + "-" + school, clusterCode + Draw.digits(school, 3)));
  }

  private static Document location(String type, String name, String code) {
    return new Document("name", name)
        .append("type", type)
        .append("id", type + "-" + code)
        .append("code", code)
        .append("parentId", "parent-of-" + type + "-" + code);
  }

  private List<Document> roles() {
    return repeat(draw.between(1, 3))
        .map(
            i ->
                new Document("role", i == 0 ? "PUBLIC" : "CONTENT_CREATOR")
                    .append("userId", userId)
                    .append("createdBy", draw.uuid())
                    .append("createdDate", draw.withinDays(365).toInstant().toString())
                    .append(
                        "scope",
                        List.of(new Document("organisationId", "org-" + draw.between(1, 50_000)))))
        .toList();
  }

  private static Stream<Integer> repeat(int number) {
    return IntStream.range(0, number).boxed();
  }
}
