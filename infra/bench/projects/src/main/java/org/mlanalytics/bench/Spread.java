package org.mlanalytics.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A figure over several runs. */
record Spread(double median, double min, double max) {

  static Spread of(List<Measurement> runs, ToDoubleFunction<Measurement> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** The median, and in brackets the smallest and the largest. */
  @Override
  public String toString() {
    return number(median) + " (" + number(min) + "–" + number(max) + ")";
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }
}
