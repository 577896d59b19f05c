package org.mlanalytics.local.night;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Where the build has left the packaged functions. */
final class PackagedFunctions {

  /** Name of the process that holds all functions. */
  static final String SUITE = "suite";

  /** Name of the function of files. */
  static final String INGEST_FILE = "ingest-file";

  private static final String RESOURCE = "/functions.properties";

  private PackagedFunctions() {}

  /** The jar to start: of the suite, or of a single function. */
  static Path jar(String name) {
    boolean ofItsOwn = name.equals(SUITE) || name.equals(INGEST_FILE);
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
