package org.mlanalytics.local.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The demo's data directory. */
final class DemoDirectory {

  /** Written into every directory that the demo has made, so that it never empties another one. */
  private static final String MARKER = ".ml-analytics-demo";

  private DemoDirectory() {}

  /**
   * Makes the directory, or empties it.
   *
   * @throws IOException when it holds something that the demo has not put there
   */
  static void empty(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (Stream<Path> content = Files.list(directory)) {
        if (content.findAny().isPresent() && !Files.exists(directory.resolve(MARKER))) {
          throw new IOException(directory + " is not empty and not a directory of the demo");
        }
      }
      List<Path> old;
      try (Stream<Path> all = Files.walk(directory)) {
        old = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : old) {
        Files.delete(path);
      }
    }
    Files.createDirectories(directory);
    Files.createFile(directory.resolve(MARKER));
  }
}
