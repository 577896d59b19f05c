package org.mlanalytics.local.night;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** Where the build has left the packaged functions. */
final class PackagedFunctions {

  /** Name of the process that holds all functions. */
  static final String SUITE = "suite";

  /** Name of the function of files. */
  static final String INGEST_FILE = "ingest-file";

  /** Name of the function of files that takes requests from Redis too. */
  static final String INGEST_FILE_REDIS = "ingest-file-redis";

  private static final Set<String> OF_THEIR_OWN = Set.of(SUITE, INGEST_FILE, INGEST_FILE_REDIS);

  private static final String RESOURCE = "/functions.properties";

  private PackagedFunctions() {}

  /** The jar to start: of the suite, or of a single function. */
  static Path jar(String name) {
    boolean ofItsOwn = OF_THEIR_OWN.contains(name);
    return existing(ofItsOwn ? property(name) : property("function").formatted(name), name);
  }

  /** Names of the batch functions that are packaged. */
  static List<String> batch() {
    Path pattern = Path.of(property("function")).normalize();
    Path modules = Path.of(pattern.toString().split("%s")[0]);
    try (Stream<Path> all = Files.list(modules)) {
      return all.map(module -> module.getFileName().toString())
          .filter(name -> Files.exists(Path.of(pattern.toString().formatted(name))))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The agent that halts a process at a named step. */
  static Path killPointAgent() {
    return existing(property("killpoint"), "the kill point agent");
  }

  /** The build directory of the command line of files. */
  static Path commandLine() {
    return existing(property("ingest-cli"), "the command line");
  }

  private static String property(String key) {
    Properties paths = new Properties();
    try (InputStream in = PackagedFunctions.class.getResourceAsStream(RESOURCE)) {
      paths.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return paths.getProperty(key);
  }

  private static Path existing(String path, String what) {
    Path file = Path.of(path).normalize();
    if (!Files.exists(file)) {
      throw new IllegalStateException(what + " is not packaged: " + file + " is missing");
    }
    return file;
  }
}
