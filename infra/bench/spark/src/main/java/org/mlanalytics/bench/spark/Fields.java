package org.mlanalytics.bench.spark;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Reads decoded documents; what is missing is null, a missing list is empty. */
final class Fields {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Fields() {}

  /** The text at a path such as {@code userProfile.rootOrgId}. */
  static String text(Document document, String path) {
    Document owner = document;
    String[] steps = path.split("\\.");
    for (int i = 0; i < steps.length - 1 && owner != null; i++) {
      owner = owner.get(steps[i], Document.class);
    }
    Object value = owner == null ? null : owner.get(steps[steps.length - 1]);
    if (value instanceof Date date) {
      return INSTANT.format(date.toInstant());
    }
    return value == null ? null : value.toString();
  }

  static String textOrEmpty(Document document, String field) {
    String text = text(document, field);
    return text == null ? "" : text;
  }

  static List<Document> documents(Document owner, String field) {
    return owner == null ? List.of() : owner.getList(field, Document.class, List.of());
  }

  static List<String> texts(Document owner, String field) {
    return owner == null ? List.of() : owner.getList(field, String.class, List.of());
  }

  static boolean isDeleted(Document document) {
    return document.getBoolean("isDeleted", false);
  }
}
