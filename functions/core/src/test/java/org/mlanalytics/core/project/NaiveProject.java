package org.mlanalytics.core.project;

import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What is expected of a {@linkplain ProjectGenerator generated} project, computed the plain way
 * from the tree of the document, without any code of the rules.
 */
record NaiveProject(BsonDocument project) {

  int rows() {
    int organisations =
        (int)
            organisations()
                .filter(entry -> entry.isBoolean("isSchool"))
                .filter(entry -> !entry.getBoolean("isSchool").getValue())
                .count();
    int ofTasks = tasks().stream().mapToInt(NaiveProject::rowsOf).sum();
    int ofProject = documents(project, "attachments").size();
    if (ofProject == 0 && project.isString("remarks")) {
      ofProject = 1;
    }
    return Math.max(1, organisations) * Math.max(1, Math.max(ofTasks, ofProject));
  }

  List<BsonDocument> tasks() {
    return undeleted(documents(project, "tasks"));
  }

  Stream<String> taskEvidence() {
    return tasks().stream().flatMap(task -> evidence(task));
  }

  Stream<String> projectEvidence() {
    return evidence(project);
  }

  Stream<String> taskRemarks() {
    return tasks().stream().flatMap(task -> quoted(task, "remarks"));
  }

  Stream<String> projectRemarks() {
    return quoted(project, "remarks");
  }

  Stream<String> subTasks() {
    return tasks().stream()
        .flatMap(task -> undeleted(documents(task, "children")).stream())
        .flatMap(child -> quoted(child, "name"));
  }

  boolean hasEvidence() {
    return projectEvidence().findAny().isPresent() || taskEvidence().findAny().isPresent();
  }

  private Stream<BsonDocument> organisations() {
    return project.isDocument("userProfile")
        ? documents(project.getDocument("userProfile"), "organisations").stream()
        : Stream.empty();
  }

  private static int rowsOf(BsonDocument task) {
    int attachments = documents(task, "attachments").size();
    int children = undeleted(documents(task, "children")).size();
    return Math.max(1, Math.max(attachments, children));
  }

  private static Stream<String> evidence(BsonDocument owner) {
    return documents(owner, "attachments").stream()
        .map(
            attachment ->
                new BsonString("link").equals(attachment.get("type"))
                    ? "'" + attachment.getString("name").getValue() + "'"
                    : "https://cdn.example.org/samiksha/"
                        + attachment.getString("sourcePath").getValue());
  }

  private static Stream<String> quoted(BsonDocument document, String field) {
    return document.isString(field)
        ? Stream.of("'" + document.getString(field).getValue() + "'")
        : Stream.empty();
  }

  private static List<BsonDocument> undeleted(List<BsonDocument> documents) {
    return documents.stream()
        .filter(
            document ->
                !document.isBoolean("isDeleted") || !document.getBoolean("isDeleted").getValue())
        .toList();
  }

  private static List<BsonDocument> documents(BsonDocument owner, String field) {
    return owner.isArray(field)
        ? owner.getArray(field, new BsonArray()).stream()
            .filter(BsonValue::isDocument)
            .map(BsonValue::asDocument)
            .toList()
        : List.of();
  }
}
