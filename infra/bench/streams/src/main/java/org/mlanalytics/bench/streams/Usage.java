package org.mlanalytics.bench.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process has used since its start.
 *
 * @param wall seconds
 * @param cpu seconds of all its threads
 * @param broker CPU seconds of the broker meanwhile
 * @param rss the highest resident memory, MiB
 * @param heap the most that a collection left, MiB; young ones count, so it is an upper bound
 */
record Usage(double wall, double cpu, double broker, double rss, double heap) {

  private static final double TICKS = 100;
  private static final double KIB = 1024;
  private static final int FIELDS_BEFORE_USER_TIME = 11;
  private static final Pattern COLLECTED = Pattern.compile("Pause .*->(\\d+)M\\(");

  /** The CPU seconds of a process, from Linux. */
  static double cpu(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    // the state follows the program's name, which is in brackets and may hold blanks
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[FIELDS_BEFORE_USER_TIME])
            + Long.parseLong(fields[FIELDS_BEFORE_USER_TIME + 1]))
        / TICKS;
  }

  /** The highest resident memory of a process, MiB. */
  static double rss(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB)
          .findFirst()
          .orElse(Double.NaN);
    }
  }

  /** The most that a collection left, by the JVM's log of them. */
  static double heap(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(COLLECTED::matcher)
          .filter(Matcher::find)
          .mapToDouble(found -> Double.parseDouble(found.group(1)))
          .max()
          .orElse(0);
    }
  }
}
