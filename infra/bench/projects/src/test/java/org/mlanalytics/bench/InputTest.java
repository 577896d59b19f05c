package org.mlanalytics.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputTest {

  @TempDir private Path directory;

  @Test
  void fileHoldsTheGeneratedDocumentsInTheirOrder() throws IOException {
    List<RawBsonDocument> read = new ArrayList<>();
    try (BsonFile.Documents documents = BsonFile.read(Input.file(directory, 7))) {
      documents.forEach(read::add);
    }
    assertEquals(Input.documents(7).toList(), read);
    assertEquals(7, read.size());
  }

  @Test
  void fileThatIsThereIsTakenAsItIs() throws IOException {
    Path file = Input.file(directory, 2);
    FileTime old = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, old);

    assertEquals(file, Input.file(directory, 2));
    assertEquals(old, Files.getLastModifiedTime(file));
  }

  @Test
  void fileThatWasCutIsNotTakenForAShorterOne() throws IOException {
    Path file = Input.file(directory, 1);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));

    assertThrows(EOFException.class, () -> BsonFile.read(file));
  }
}
