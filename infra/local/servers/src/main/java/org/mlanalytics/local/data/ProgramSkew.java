package org.mlanalytics.local.data;

/**
 * Spreads projects over programs by Zipf's law: the n-th program has 1/n of what the first one has.
 */
final class ProgramSkew {

  private final double[] cumulative;

  ProgramSkew(int programs) {
    cumulative = new double[programs];
    double sum = 0;
    for (int i = 0; i < programs; i++) {
      sum += 1.0 / (i + 1);
      cumulative[i] = sum;
    }
  }

  /** The program for a number that is uniform in [0, 1). */
  int pick(double uniform) {
    double target = uniform * cumulative[cumulative.length - 1];
    int program = 0;
    while (cumulative[program] <= target) {
      program++;
    }
    return program;
  }
}
