package org.mlanalytics.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowDigestTest {

  @TempDir private Path directory;

  @Test
  void orderOfRowsAndColumnsDoesNotMatter() throws IOException {
    RowDigest one = digest("one", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2}\n");
    assertEquals(one, digest("other", "{\"a\":2}\n{\"b\":\"x\",\"a\":1}\n"));
    assertEquals(2, one.rows());
  }

  @Test
  void valuesTypesAndRepeatsMatter() throws IOException {
    RowDigest one = digest("one", "{\"a\":1}\n");
    assertNotEquals(one, digest("value", "{\"a\":2}\n"));
    assertNotEquals(one, digest("type", "{\"a\":\"1\"}\n"));
    assertNotEquals(one, digest("null", "{\"a\":1,\"b\":null}\n"));
    assertNotEquals(one, digest("twice", "{\"a\":1}\n{\"a\":1}\n"));
  }

  private RowDigest digest(String folder, String rows) throws IOException {
    Path file = directory.resolve(folder).resolve("part.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, rows);
    return RowDigest.of(file.getParent());
  }
}
