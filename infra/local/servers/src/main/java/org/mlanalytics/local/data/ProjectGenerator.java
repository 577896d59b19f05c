package org.mlanalytics.local.data;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Improvement projects in the shape of the {@code projects} collection, about 8 KB of BSON each,
 * with some six tasks. 3 % are private, 2 % deleted, 1 % without a program. The same seed gives the
 * same documents, and a document depends on nothing but the seed, its index and the number of
 * programs.
 */
public final class ProjectGenerator {

  private static final long DEFAULT_SEED = 2024;
  private static final int MAX_DEFAULT_PROGRAMS = 24;
  private static final int PROJECTS_OF_A_PROGRAM = 500;
  private static final int PROGRAM_KIND = 0xa;
  private static final int SOLUTION_KIND = 0xb;
  private static final int TEMPLATE_KIND = 0xe;
  private static final int PROJECT_KIND = 0xd;
  private static final int SOLUTIONS_OF_A_PROGRAM = 3;
  private static final int BATCH = 500;

  private static final int CREATED_WITHIN_DAYS = 1200;
  private static final int UPDATED_WITHIN_DAYS = 90;
  private static final int USERS_OF_PROJECTS = 2;
  private static final int MAX_ATTACHMENTS = 3;
  private static final double NO_ATTACHMENTS_KEY_SHARE = 0.4;
  private static final double NO_ATTACHMENTS_SHARE = 0.3;
  private static final double REMARKS_SHARE = 0.3;
  private static final double TEMPLATE_SHARE = 0.8;
  private static final double CERTIFICATE_SHARE = 0.6;
  private static final String SUBMITTED = "submitted";
  private static final List<String> STATUSES =
      List.of("started", "inProgress", "inProgress", SUBMITTED);

  private final long seed;
  private final int projects;
  private final ProgramSkew skew;

  /** So many projects, spread over so many programs. */
  public ProjectGenerator(long seed, int projects, int programs) {
    if (projects < 0 || programs < 1) {
      throw new IllegalArgumentException(projects + " projects of " + programs + " programs");
    }
    this.seed = seed;
    this.projects = projects;
    this.skew = new ProgramSkew(programs);
  }

  /** So many projects: one program for each 500 of them, at least 1 and at most 24. */
  public static ProjectGenerator of(int projects) {
    int programs = Math.min(MAX_DEFAULT_PROGRAMS, Math.max(1, projects / PROJECTS_OF_A_PROGRAM));
    return new ProjectGenerator(DEFAULT_SEED, projects, programs);
  }

  /** All documents, in the order of their ids. */
  public Stream<Document> documents() {
    return IntStream.range(0, projects).mapToObj(this::document);
  }

  /**
   * How many public, undeleted projects each program has, by program id; programs without any are
   * absent. Projects without a program count nowhere.
   */
  public Map<ObjectId, Integer> matchingProjects() {
    Map<ObjectId, Integer> matching = new TreeMap<>();
    for (int index = 0; index < projects; index++) {
      Placement placement = Placement.draw(new Draw(seed, index).random(), skew);
      if (placement.matches()) {
        matching.merge(Draw.id(PROGRAM_KIND, placement.program().getAsInt()), 1, Integer::sum);
      }
    }
    return matching;
  }

  /** Inserts all documents in batches. */
  public void insertInto(MongoCollection<Document> collection) {
    List<Document> batch = new ArrayList<>(BATCH);
    for (int index = 0; index < projects; index++) {
      batch.add(document(index));
      if (batch.size() == BATCH || index == projects - 1) {
        collection.insertMany(batch);
        batch.clear();
      }
    }
  }

  /** The document with an index from 0. */
  public Document document(int index) {
    Draw draw = new Draw(seed, index);
    Placement placement = Placement.draw(draw.random(), skew);
    Date created = draw.withinDays(CREATED_WITHIN_DAYS);
    Date updated = draw.after(created, UPDATED_WITHIN_DAYS);
    String status = draw.oneOf(STATUSES);
    String userId = "user-" + draw.between(1, Math.max(1, projects / USERS_OF_PROJECTS));
    String title = draw.oneOf(Words.TITLES);
    Document project =
        new Document("_id", Draw.id(PROJECT_KIND, index))
            .append("userId", userId)
            .append("status", status)
            .append("title", title)
            .append("description", draw.oneOf(Words.GOALS))
            .append("isDeleted", placement.deleted())
            .append("isAPrivateProgram", placement.isPrivate())
            .append("hasAcceptedTAndC", draw.chance(TEMPLATE_SHARE))
            .append("createdAt", created)
            .append("updatedAt", updated)
            .append("syncedAt", updated);
    placement.program().ifPresent(program -> appendProgram(project, draw, program, title));
    appendContent(project, draw, created);
    if (status.equals(SUBMITTED) && draw.chance(CERTIFICATE_SHARE)) {
      project.append("certificate", certificate(draw, updated));
    }
    return project
        .append(
            "userRoleInformation",
            new Document("role", draw.oneOf(Words.ROLES)).append("state", draw.uuid()))
        .append("userProfile", new ProfileDocument(draw, userId).document());
  }

  private static void appendProgram(Document project, Draw draw, int program, String title) {
    int solution = program * SOLUTIONS_OF_A_PROGRAM + draw.between(0, SOLUTIONS_OF_A_PROGRAM - 1);
    String name = "Improvement \"programme\" " + (program + 1);
    String externalId = "PRG-" + (program + 1);
    ObjectId id = Draw.id(PROGRAM_KIND, program);
    project
        .append("programId", id)
        .append("programExternalId", externalId)
        .append("programInformation", new Document("_id", id).append("name", name))
        .append(
            "solutionInformation",
            new Document("_id", Draw.id(SOLUTION_KIND, solution))
                .append("name", title)
                .append("externalId", "SOL-" + solution));
    if (draw.chance(TEMPLATE_SHARE)) {
      project.append("projectTemplateId", Draw.id(TEMPLATE_KIND, solution));
    }
  }

  private static void appendContent(Document project, Draw draw, Date created) {
    TaskDocuments content = new TaskDocuments(draw);
    project
        .append(
            "metaInformation",
            new Document("duration", draw.between(1, 12) + " weeks")
                .append("goal", draw.oneOf(Words.GOALS)))
        .append("categories", categories(draw));
    if (draw.chance(REMARKS_SHARE)) {
      project.append("remarks", draw.oneOf(Words.REMARKS));
    }
    if (!draw.chance(NO_ATTACHMENTS_KEY_SHARE)) {
      int number = draw.chance(NO_ATTACHMENTS_SHARE) ? 0 : draw.between(1, MAX_ATTACHMENTS);
      project.append("attachments", content.attachments(number));
    }
    project.append("tasks", content.tasks(created));
  }

  private static List<Document> categories(Draw draw) {
    return Words.CATEGORIES.stream()
        .limit(draw.between(0, 2))
        .map(name -> new Document("name", name))
        .toList();
  }

  private static Document certificate(Draw draw, Date updated) {
    return new Document("osid", draw.uuid())
        .append("status", "active")
        .append("eligible", true)
        .append("issuedOn", draw.after(updated, UPDATED_WITHIN_DAYS))
        .append("templateUrl", "certificates/" + draw.between(1, 20) + ".svg");
  }
}
