package org.mlanalytics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.mlanalytics.local.data.ProjectGenerator;

/**
 * The documents that all contenders read: generated projects in one file for each number of them.
 * The same number gives the same bytes on every machine.
 */
final class Input {

  private Input() {}

  /**
   * Makes a file.
   *
   * @param args the directory and the number of projects
   */
  public static void main(String[] args) throws IOException {
    file(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  /** The file of so many projects, made unless it is there. */
  static Path file(Path directory, int projects) throws IOException {
    Path file = directory.resolve("projects-" + projects + ".bson");
    if (Files.notExists(file)) {
      try (Stream<RawBsonDocument> documents = documents(projects)) {
        BsonFile.write(file, documents.iterator());
      }
    }
    return file;
  }

  /** So many projects. */
  static Stream<RawBsonDocument> documents(int projects) {
    DocumentCodec codec = new DocumentCodec();
    Stream<Document> documents = ProjectGenerator.of(projects).documents();
    return documents.map(document -> new RawBsonDocument(document, codec));
  }
}
