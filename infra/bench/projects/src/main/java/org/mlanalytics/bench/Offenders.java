package org.mlanalytics.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a recording of the flight recorder spent its CPU samples and its allocations: by the method
 * at the top, and by the first method of this project below it.
 */
final class Offenders {

  private static final String OWN = "org.mlanalytics.";
  private static final int SHOWN = 12;

  private final Map<String, Double> cpu = new HashMap<>();
  private final Map<String, Double> allocation = new HashMap<>();

  private Offenders() {}

  /**
   * @param args the recording
   */
  public static void main(String[] args) throws IOException {
    Offenders offenders = new Offenders();
    try (RecordingFile recording = new RecordingFile(Path.of(args[0]))) {
      while (recording.hasMoreEvents()) {
        offenders.add(recording.readEvent());
      }
    }
    print("CPU samples", offenders.cpu);
    print("Bytes allocated", offenders.allocation);
  }

  private void add(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample", "jdk.NativeMethodSample" -> count(cpu, event, "", 1);
      case "jdk.ObjectAllocationSample" ->
          count(
              allocation,
              event,
              event.getClass("objectClass").getName() + " in ",
              event.getLong("weight"));
      default -> {
        // not asked for
      }
    }
  }

  /** Only stacks with a method of this project: the others are threads that wait, and the JVM. */
  private static void count(
      Map<String, Double> by, RecordedEvent event, String what, double weight) {
    if (event.getStackTrace() == null) {
      return;
    }
    String top = null;
    for (RecordedFrame frame : event.getStackTrace().getFrames()) {
      String method = frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
      top = top == null ? method : top;
      if (method.startsWith(OWN)) {
        by.merge(what + (top.equals(method) ? top : top + " < " + method), weight, Double::sum);
        return;
      }
    }
  }

  private static void print(String title, Map<String, Double> by) {
    double all = by.values().stream().mapToDouble(Double::doubleValue).sum();
    System.out.printf("%n%s (all: %.0f)%n", title, all);
    by.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(SHOWN)
        .forEach(
            entry ->
                System.out.printf("%5.1f %%  %s%n", 100 * entry.getValue() / all, entry.getKey()));
  }
}
