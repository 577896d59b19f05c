package org.mlanalytics.bench;

import java.util.List;
import java.util.Locale;

/**
 * What one process did and used.
 *
 * @param bytes what it read or wrote, as its contender says
 * @param digest of what it wrote, {@code -} if nothing
 * @param wall seconds since the start of the JVM
 * @param cpu seconds of all its threads
 * @param rss the highest resident memory, MiB
 * @param heap the most that was left on the heap after a full collection, MiB; 0 without any
 */
public record Measurement(
    long documents,
    long rows,
    long bytes,
    String digest,
    double wall,
    double cpu,
    double rss,
    double heap) {

  private static final String MARK = "measured ";

  /** The line that a contender prints for the process that started it. */
  public String line() {
    return String.format(
        Locale.ROOT,
        MARK + "%d %d %d %s %.3f %.3f %.1f %.1f",
        documents,
        rows,
        bytes,
        digest,
        wall,
        cpu,
        rss,
        heap);
  }

  /** The measurement in a contender's output. */
  static Measurement in(List<String> output) {
    String line =
        output.stream()
            .filter(text -> text.startsWith(MARK))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(String.join("\n", output)));
    String[] parts = line.substring(MARK.length()).split(" ");
    return new Measurement(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        parts[3],
        Double.parseDouble(parts[4]),
        Double.parseDouble(parts[5]),
        Double.parseDouble(parts[6]),
        Double.parseDouble(parts[7]));
  }

  double documentsPerSecond() {
    return documents / wall;
  }

  double rowsPerSecond() {
    return rows / wall;
  }

  double cpuPerMillionRows() {
    return cpu / rows * 1e6;
  }
}
