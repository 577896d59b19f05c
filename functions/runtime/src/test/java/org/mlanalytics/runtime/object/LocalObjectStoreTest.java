package org.mlanalytics.runtime.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectStoreTest extends ObjectStoreContract {

  @TempDir private Path directory;

  @Override
  protected ObjectStore emptyStore() {
    return new LocalObjectStore(directory);
  }

  @Override
  protected long storedPieces() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void druidReadsAbsolutePaths() {
    LocalObjectStore store = new LocalObjectStore(Path.of("relative"));

    assertEquals(
        Map.of(
            "type",
            "local",
            "files",
            List.of(Path.of("relative/d/1.json.gz").toAbsolutePath().toString())),
        store.druidInputSource(List.of("d/1.json.gz")));
  }

  @Test
  void aDirectoryThatIsStillToBeMadeCanBeWritten() throws IOException {
    new LocalObjectStore(directory.resolve("a/b")).probe();
  }

  @Test
  void belowAFileNothingCanBeWritten() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThrows(
        AccessDeniedException.class, () -> new LocalObjectStore(file.resolve("a")).probe());
  }

  @Test
  void oneOfManyWritersOfAKeyWins() throws Exception {
    assertOneOfManyWritersWins(50);
  }
}
