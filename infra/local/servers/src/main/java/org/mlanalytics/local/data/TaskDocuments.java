package org.mlanalytics.local.data;

import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.Document;

/** Tasks of a project with their sub-tasks, and what is attached to tasks and projects. */
final class TaskDocuments {

  private static final int MIN_TASKS = 3;
  private static final int MAX_TASKS = 9;
  private static final int MAX_CHILDREN = 3;
  private static final int MAX_ATTACHMENTS = 2;
  private static final int MAX_DAYS = 60;
  private static final double DELETED_SHARE = 0.04;
  private static final double LINK_SHARE = 0.2;
  private static final double REMARKS_SHARE = 0.4;
  private static final double ASSIGNEE_SHARE = 0.5;

  private static final List<String> STATUSES = List.of("notStarted", "inProgress", "completed");
  private static final List<String> FILE_TYPES =
      List.of("image/jpeg", "image/png", "application/pdf", "video/mp4");

  private final Draw draw;

  TaskDocuments(Draw draw) {
    this.draw = draw;
  }

  List<Document> tasks(Date created) {
    return listOf(draw.between(MIN_TASKS, MAX_TASKS), () -> task(created));
  }

  List<Document> attachments(int number) {
    return listOf(number, this::attachment);
  }

  private Document task(Date created) {
    Document task =
        item(created, draw.oneOf(Words.TASKS))
            .append("externalId", "Task-" + draw.between(1000, 9999))
            .append("type", "simple")
            .append("isDeletable", true)
            .append("hasSubTasks", true)
            .append("children", listOf(draw.between(0, MAX_CHILDREN), () -> child(created)))
            .append("attachments", attachments(draw.between(0, MAX_ATTACHMENTS)));
    if (draw.chance(ASSIGNEE_SHARE)) {
      task.append("assignee", draw.oneOf(Words.FIRST_NAMES));
    }
    if (draw.chance(REMARKS_SHARE)) {
      task.append("remarks", draw.oneOf(Words.REMARKS));
    }
    return task;
  }

  private Document child(Date created) {
    return item(created, draw.oneOf(Words.SUB_TASKS)).append("parentId", draw.uuid());
  }

  private Document item(Date created, String name) {
    Date start = draw.after(created, MAX_DAYS);
    return new Document("_id", draw.uuid())
        .append("name", name)
        .append("status", draw.oneOf(STATUSES))
        .append("isDeleted", draw.chance(DELETED_SHARE))
        .append("createdAt", created)
        .append("updatedAt", start)
        .append("syncedAt", draw.after(start, MAX_DAYS))
        .append("startDate", day(start))
        .append("endDate", day(draw.after(start, MAX_DAYS)));
  }

  private Document attachment() {
    if (draw.chance(LINK_SHARE)) {
      return new Document("name", "https://example.org/evidence?id=" + draw.uuid())
          .append("type", "link")
          .append("isUploaded", true);
    }
    String file = draw.between(1, 99_999) + ".bin";
    return new Document("name", file)
        .append("type", draw.oneOf(FILE_TYPES))
        .append("isUploaded", true)
        .append("sourcePath", "survey/" + draw.uuid() + "/" + file);
  }

  private static String day(Date date) {
    return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static List<Document> listOf(int number, Supplier<Document> element) {
    return IntStream.range(0, number).mapToObj(i -> element.get()).toList();
  }
}
