package org.mlanalytics.core.project;

import java.util.Random;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Random sound projects. Every text is different, so that nothing that gets lost is hidden by an
 * equal text elsewhere.
 */
final class ProjectGenerator {

  private final Random random;
  private int texts;

  ProjectGenerator(long seed) {
    this.random = new Random(seed);
  }

  BsonDocument project() {
    BsonDocument project = Projects.complete();
    BsonDocument profile = project.getDocument("userProfile");
    maybe(project, "remarks", text("remark"));
    maybe(project, "attachments", attachments());
    maybe(project, "tasks", tasks());
    maybe(profile, "organisations", organisations());
    if (random.nextInt(10) == 0) {
      project.remove("userProfile");
    }
    return project;
  }

  private BsonArray tasks() {
    BsonArray tasks = new BsonArray();
    for (int i = random.nextInt(5); i > 0; i--) {
      BsonDocument task = new BsonDocument("name", text("task"));
      maybe(task, "_id", text("task-id"));
      maybe(task, "remarks", text("remark"));
      maybe(task, "attachments", attachments());
      maybe(task, "children", children());
      maybe(task, "isDeleted", BsonBoolean.valueOf(random.nextInt(4) == 0));
      tasks.add(orNull(task));
    }
    return tasks;
  }

  private BsonArray children() {
    BsonArray children = new BsonArray();
    for (int i = random.nextInt(4); i > 0; i--) {
      BsonDocument child = new BsonDocument("name", text("child"));
      maybe(child, "isDeleted", BsonBoolean.valueOf(random.nextInt(3) == 0));
      children.add(orNull(child));
    }
    return children;
  }

  private BsonArray attachments() {
    BsonArray attachments = new BsonArray();
    for (int i = random.nextInt(4); i > 0; i--) {
      BsonDocument attachment = new BsonDocument();
      switch (random.nextInt(3)) {
        case 0 -> attachment.append("type", new BsonString("link")).append("name", text("link"));
        case 1 -> attachment.append("type", text("type")).append("sourcePath", text("file"));
        default -> attachment.append("sourcePath", text("file"));
      }
      attachments.add(orNull(attachment));
    }
    return attachments;
  }

  private BsonArray organisations() {
    BsonArray organisations = new BsonArray();
    for (int i = random.nextInt(4); i > 0; i--) {
      BsonDocument organisation = new BsonDocument("organisationId", text("organisation"));
      maybe(organisation, "isSchool", BsonBoolean.valueOf(random.nextInt(3) == 0));
      organisations.add(orNull(organisation));
    }
    return organisations;
  }

  private void maybe(BsonDocument document, String field, BsonValue value) {
    switch (random.nextInt(6)) {
      case 0 -> document.remove(field);
      case 1 -> document.put(field, BsonNull.VALUE);
      default -> document.put(field, value);
    }
  }

  private BsonValue orNull(BsonValue value) {
    return random.nextInt(10) == 0 ? BsonNull.VALUE : value;
  }

  private BsonString text(String kind) {
    return new BsonString(kind + "-" + ++texts);
  }
}
