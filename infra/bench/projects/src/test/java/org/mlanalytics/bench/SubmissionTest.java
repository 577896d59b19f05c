package org.mlanalytics.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlanalytics.core.snapshot.Snapshot;

class SubmissionTest {

  private static final int SUBMISSIONS = 300;

  @TempDir private Path directory;

  @Test
  void everyKindIsLandedAndCountedInEverySnapshot() throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    for (Submission kind : Submission.values()) {
      Path file = Input.file(directory, kind, SUBMISSIONS);
      Path landed = directory.resolve(kind.plural());
      try (BsonFile.Documents documents = BsonFile.read(file)) {
        Measurement extracted =
            Landing.measure(new Probe(), documents, kind.rules(file), kind.dataset(), landed);
        assertEquals(SUBMISSIONS, extracted.documents());
        rows.put(kind.dataset().name(), extracted.rows());
      }
      for (Snapshot snapshot : kind.snapshots()) {
        String name = snapshot.dataset().name();
        Path folder = directory.resolve(name);
        Measurement counted =
            SubmissionContender.count(new Probe(), snapshot, folder, landed.resolve(Landing.KEY));
        assertEquals(rows.get(kind.dataset().name()), counted.documents());
        rows.put(name, counted.rows());
      }
    }
    // half of the users have two or three offices, some submissions are hidden
    assertEquals(1.75 * SUBMISSIONS, rows.get("sl-observation-status"), 0.25 * SUBMISSIONS);
    assertTrue(rows.get("ml-obs-domain-criteria") > 2 * rows.get("ml-obs-domain"));
    assertEquals(6, rows.size());
  }

  @Test
  void kindsAreNamedByTheirPlural() {
    assertEquals(Submission.SURVEY, Submission.named("surveys"));
  }
}
