package org.mlanalytics.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * A module whose class path a child JVM runs with; the build writes it to {@code
 * target/runtime.classpath}.
 */
enum ServerModule {
  DRUID,
  KAFKA,
  S3,
  REDIS,
  SERVERS;

  private static final String LOCATIONS = "modules.properties";

  /** The module's own classes. */
  Path classes() {
    return target().resolve("classes");
  }

  /** The module's classes and all that they need, as the {@code java} command takes it. */
  String classPath() {
    Path file = target().resolve("runtime.classpath");
    if (Files.notExists(file)) {
      throw new IllegalStateException(
          file
              + " is missing: build the module first (./mvnw -pl infra/local/servers -am process-classes)");
    }
    try {
      return classes() + File.pathSeparator + Files.readString(file).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path target() {
    Properties locations = new Properties();
    try (InputStream in = ServerModule.class.getResourceAsStream(LOCATIONS)) {
      locations.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Path.of(locations.getProperty(name().toLowerCase(Locale.ROOT))).normalize();
  }
}
