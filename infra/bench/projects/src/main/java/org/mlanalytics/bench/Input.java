package org.mlanalytics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.mlanalytics.local.data.ProjectGenerator;
import org.mlanalytics.local.data.SubmissionGenerator;

/**
 * The documents that all contenders read: generated ones in one file for each kind and number of
 * them. The same number gives the same bytes on every machine.
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
    return file(directory, "projects", projects, () -> documents(projects));
  }

  /**
   * The file of so many submissions, made unless it is there; beside it those of the {@link
   * Catalogue}.
   */
  static Path file(Path directory, Submission kind, int submissions) throws IOException {
    SubmissionGenerator generator = SubmissionGenerator.of(submissions);
    file(directory.resolve(Catalogue.PROGRAMS), () -> encoded(generator.programs()));
    file(directory.resolve(Catalogue.SOLUTIONS), () -> encoded(generator.solutions()));
    return file(directory, kind.plural(), submissions, () -> encoded(kind.of(generator)));
  }

  /** So many projects. */
  static Stream<RawBsonDocument> documents(int projects) {
    return encoded(ProjectGenerator.of(projects).documents());
  }

  private static Path file(
      Path directory, String kind, int number, Supplier<Stream<RawBsonDocument>> documents)
      throws IOException {
    return file(directory.resolve(kind + "-" + number + ".bson"), documents);
  }

  private static Path file(Path file, Supplier<Stream<RawBsonDocument>> content)
      throws IOException {
    if (Files.notExists(file)) {
      try (Stream<RawBsonDocument> documents = content.get()) {
        BsonFile.write(file, documents.iterator());
      }
    }
    return file;
  }

  private static Stream<RawBsonDocument> encoded(Stream<Document> documents) {
    DocumentCodec codec = new DocumentCodec();
    return documents.map(document -> new RawBsonDocument(document, codec));
  }
}
