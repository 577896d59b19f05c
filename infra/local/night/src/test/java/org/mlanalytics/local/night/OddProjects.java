package org.mlanalytics.local.night;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.bson.types.BSONTimestamp;
import org.bson.types.Code;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;

/**
 * Projects at the limits of what MongoDB stores: some break a rule, some are only odd. Symbols,
 * code with scope and database pointers are not among them, as the local server takes none; the
 * rules' own tests hold them.
 */
final class OddProjects {

  /** Just below the 16 MiB that MongoDB takes. */
  private static final int LARGE = 15 << 20;

  private static final int TASKS = 10_000;
  private static final int DEPTH = 90;

  private final String sound;
  private final ObjectId program;
  private final Map<Document, String> rejected = new LinkedHashMap<>();
  private final Map<Document, Integer> published = new LinkedHashMap<>();

  OddProjects(String sound, ObjectId program) {
    this.sound = sound;
    this.program = program;
    reject();
    publish();
  }

  /** Documents that have to be put aside, each with its code. */
  Map<Document, String> rejected() {
    return Collections.unmodifiableMap(rejected);
  }

  /** Documents that have to be published, each with its number of rows. */
  Map<Document, Integer> published() {
    return Collections.unmodifiableMap(published);
  }

  private void reject() {
    for (Object legacy :
        List.of(
            new Code("f()"),
            new BSONTimestamp(1, 1),
            new MinKey(),
            new MaxKey(),
            java.util.regex.Pattern.compile("x"),
            nested(DEPTH),
            List.of())) {
      rejected.put(with("title", legacy), "wrong-type:title");
    }
    for (Object time :
        List.of(
            "1969-12-31T23:59:59Z",
            "2101-01-01T00:00:00Z",
            "+292278994-08-17T07:12:55.807Z",
            "31/12/2022",
            "2022-02-30T00:00:00Z",
            "\u0000",
            new java.util.Date(Long.MIN_VALUE),
            new java.util.Date(Long.MAX_VALUE))) {
      rejected.put(with("updatedAt", time), "timestamp:updatedAt");
    }
    for (Object number : List.of(Double.NaN, Double.POSITIVE_INFINITY, Decimal128.NaN)) {
      rejected.put(with("updatedAt", number), "wrong-type:updatedAt");
    }
    Document manyTasks = withTasks(TASKS);
    manyTasks.getList("tasks", Document.class).get(TASKS - 1).put("name", List.of());
    rejected.put(manyTasks, "wrong-type:tasks[].name");
  }

  private void publish() {
    for (Object text :
        Arrays.asList(
            "a\u0000b\u0007\u001b[31m\r\n\t\"\\",
            "\u202eright to left\u202c \u200f",
            "lone \ud83d surrogate",
            "\ud83d\ude00",
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Decimal128.POSITIVE_INFINITY,
            Decimal128.parse("1E+6144"),
            new BsonUndefined(),
            null)) {
      published.put(with("title", text), 1);
    }
    published.put(with("unread", nested(DEPTH)), 1);
    published.put(with("unread", "x".repeat(LARGE)), 1);
    published.put(with("description", "x".repeat(LARGE)), 1);
    published.put(withTasks(TASKS), TASKS);
    Document twins = withTasks(2);
    twins.getList("tasks", Document.class).forEach(task -> task.put("_id", "the same"));
    published.put(twins, 2);
  }

  private Document with(String field, Object value) {
    Document project = Document.parse(sound);
    project.put("_id", new ObjectId());
    project.put("programId", program);
    project.put("tasks", List.of());
    project.put("attachments", List.of());
    project.put("userProfile", null);
    project.put(field, value);
    return project;
  }

  private Document withTasks(int count) {
    List<Document> tasks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      tasks.add(new Document("_id", "task-" + i).append("name", "Task " + i));
    }
    return with("tasks", tasks);
  }

  private static Document nested(int depth) {
    Document nested = new Document("end", true);
    for (int i = 1; i < depth; i++) {
      nested = new Document("n", nested);
    }
    return nested;
  }
}
