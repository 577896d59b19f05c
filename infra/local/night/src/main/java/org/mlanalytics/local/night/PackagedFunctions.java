package org.mlanalytics.local.night;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Where the build has left the packaged functions. */
final class PackagedFunctions {

  /** Name of the process that holds all functions. */
  static final String SUITE = "suite";

  private static final String RESOURCE = "/functions.properties";

  private PackagedFunctions() {}

  /** The jar to start: of the suite, or of a single function. */
  static Path jar(String name) {
    Properties paths = new Properties();
    try (InputStream in = PackagedFunctions.class.getResourceAsStream(RESOURCE)) {
      paths.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String path =
        name.equals(SUITE)
            ? paths.getProperty(SUITE)
            : paths.getProperty("function").formatted(name);
    Path jar = Path.of(path).normalize();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(name + " is not packaged: " + jar + " is missing");
    }
    return jar;
  }
}
