package org.mlanalytics.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bson.RawBsonDocument;

/**
 * The names of solutions and programs, from the files beside those of the submissions.
 *
 * @param solutions by their ids
 * @param programs by their ids
 */
public record Catalogue(Map<String, String> solutions, Map<String, String> programs) {

  static final String PROGRAMS = "programs.bson";
  static final String SOLUTIONS = "solutions.bson";

  /**
   * Reads both files.
   *
   * @param submissions a file of submissions
   * @param type the type of solutions
   */
  public static Catalogue beside(Path submissions, String type) throws IOException {
    return new Catalogue(
        names(submissions.resolveSibling(SOLUTIONS), type),
        names(submissions.resolveSibling(PROGRAMS), null));
  }

  private static Map<String, String> names(Path file, String type) throws IOException {
    Map<String, String> names = new HashMap<>();
    try (BsonFile.Documents documents = BsonFile.read(file)) {
      for (RawBsonDocument document : documents) {
        if (type == null || type.equals(document.getString("type").getValue())) {
          names.put(
              document.getObjectId("_id").getValue().toHexString(),
              document.getString("name").getValue());
        }
      }
    }
    return names;
  }
}
