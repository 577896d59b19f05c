package org.mlanalytics.local.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.mlanalytics.local.LocalServers;

/** The real servers of a test run: started once, by the first test that needs them. */
final class SharedServers {

  private static LocalServers servers;

  private SharedServers() {}

  static synchronized LocalServers get() {
    if (servers == null) {
      servers =
          LocalServers.builder()
              .withAll()
              .dataDir(directory("servers"))
              .environment(Map.of())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
    }
    return servers;
  }

  /** A directory of this test run. */
  static Path directory(String name) {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target", "it").toAbsolutePath()), name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
