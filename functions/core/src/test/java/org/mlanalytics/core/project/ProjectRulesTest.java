package org.mlanalytics.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RowSink;

class ProjectRulesTest {

  @Test
  void aSinkThatFailsEndsTheProject() {
    IOException failure = new IOException("disk full");
    AtomicInteger calls = new AtomicInteger();
    RowSink full =
        (buffer, offset, length) -> {
          calls.incrementAndGet();
          throw failure;
        };
    assertSame(
        failure,
        assertThrows(
            IOException.class,
            () -> Projects.RULES.transform(Bson.value(Projects.complete()), full)));
    assertEquals(1, calls.get());
  }

  @Test
  void tenThousandTasksAreOneProject() {
    BsonDocument project = Projects.complete();
    BsonArray tasks = new BsonArray();
    for (int i = 0; i < 10_000; i++) {
      tasks.add(new BsonDocument("_id", new BsonInt32(i)));
    }
    project.put("tasks", tasks);
    AtomicInteger rows = new AtomicInteger();
    Outcome outcome =
        Projects.transform(project, (buffer, offset, length) -> rows.incrementAndGet());
    assertEquals(new Outcome.Rows(20_000), outcome);
    assertEquals(20_000, rows.get());
  }

  @Test
  void settingsAreMandatory() {
    assertThrows(NullPointerException.class, () -> new ProjectSettings(null, ""));
    assertThrows(NullPointerException.class, () -> new ProjectSettings("", null));
  }
}
