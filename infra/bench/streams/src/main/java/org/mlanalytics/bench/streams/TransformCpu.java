package org.mlanalytics.bench.streams;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * The transform alone in processor time of its thread, which other programs of the machine hardly
 * disturb. Prints rows for each second of it, and the bytes that it allocates for a row.
 */
final class TransformCpu {

  private static final int WARM_UP = 20;
  private static final int RUNS = 5;
  private static final int PASSES = 5;
  private static final double NANOS = 1e9;

  /** Takes no arguments. */
  public static void main(String[] args) {
    System.out.println(line());
  }

  /** Five measured runs, after one that does not count, as a line of a Markdown list. */
  static String line() {
    TransformState state = new TransformState();
    state.generate();
    long bytes = 0;
    for (int pass = 0; pass < WARM_UP; pass++) {
      bytes = state.transform();
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] rates = new double[RUNS];
    long allocated = threads.getCurrentThreadAllocatedBytes();
    for (int run = 0; run < RUNS; run++) {
      long begin = threads.getCurrentThreadCpuTime();
      for (int pass = 0; pass < PASSES; pass++) {
        bytes = state.transform();
      }
      double cpu = (threads.getCurrentThreadCpuTime() - begin) / NANOS;
      rates[run] = (double) PASSES * TransformState.ROWS / cpu;
    }
    allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
    Arrays.sort(rates);
    double rate = rates[RUNS / 2];
    double rowsOfASubmission = (double) TransformState.ROWS / TransformState.SUBMISSIONS;
    return String.format(
        Locale.ROOT,
        "- transform alone: %,.0f (%,.0f–%,.0f) rows, %,.0f submissions, %.1f MB in and %.1f MB out"
            + " for each second of its thread's CPU; %.2f CPU s for a million rows; %,d bytes"
            + " allocated for a row of %,d bytes",
        rate,
        rates[0],
        rates[RUNS - 1],
        rate / rowsOfASubmission,
        rate / TransformState.ROWS * state.read() / 1e6,
        rate / TransformState.ROWS * bytes / 1e6,
        1e6 / rate,
        allocated / ((long) RUNS * PASSES * TransformState.ROWS),
        bytes / TransformState.ROWS);
  }
}
