package org.mlanalytics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where it was measured, as lines of a Markdown list. */
public final class Environment {

  private Environment() {}

  /** The machine, the JVM and the load. */
  public static String lines() throws IOException {
    return """
    - %s, %d cores, %s of memory; %s %s
    - %s %s, %s
    - load average at the beginning: %s
    """
        .formatted(
            cpu(),
            Runtime.getRuntime().availableProcessors(),
            value("/proc/meminfo", "MemTotal"),
            property("os.name"),
            property("os.version"),
            property("java.vm.name"),
            property("java.vm.version"),
            property("java.vendor"),
            load());
  }

  /** The load averages of 1, 5 and 15 minutes. */
  public static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).replaceAll("( \\S+ \\S+)\\s*$", "");
  }

  private static String cpu() throws IOException {
    return "%s (family %s, model %s, %s MHz)"
        .formatted(
            value("/proc/cpuinfo", "model name"),
            value("/proc/cpuinfo", "cpu family"),
            value("/proc/cpuinfo", "model\t"),
            value("/proc/cpuinfo", "cpu MHz"));
  }

  private static String value(String file, String key) throws IOException {
    return Files.readAllLines(Path.of(file)).stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(key.toLowerCase(Locale.ROOT)))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String property(String name) {
    return System.getProperty(name);
  }
}
