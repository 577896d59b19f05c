package org.mlanalytics.files.checking.count;

import java.util.Arrays;

/**
 * Counts distinct hashes: exactly up to a limit, then by HyperLogLog with the estimator of Ertl,
 * New cardinality estimation algorithms for HyperLogLog sketches, 2017.
 */
public final class DistinctCounter {

  private static final int FIRST_SIZE = 16;

  private final int maxExact;
  private final int precision;
  private long[] hashes = new long[FIRST_SIZE];
  private int count;
  private boolean zero;
  private byte[] registers;

  private DistinctCounter(int maxExact, int precision) {
    this.maxExact = maxExact;
    this.precision = precision;
  }

  /**
   * A counter that takes at most about that many bytes: exact up to a sixteenth of them, with one
   * register a byte from then on.
   */
  public static DistinctCounter within(int bytes) {
    int precision = 31 - Integer.numberOfLeadingZeros(bytes);
    return new DistinctCounter(bytes / 16, Math.min(14, Math.max(8, precision)));
  }

  /** Counts the value with that hash. */
  public void add(long hash) {
    if (registers != null) {
      register(hash);
    } else if (hash == 0) {
      zero = true;
    } else if (insert(hash) && ++count > maxExact) {
      estimateFromNowOn();
    } else if (2 * count > hashes.length) {
      grow();
    }
  }

  /** Whether {@link #count} is exact, but for hashes that collide by chance (1 in 2^64). */
  public boolean exact() {
    return registers == null;
  }

  /** Distinct values; else an estimate, of which {@link #standardError} says how good. */
  public long count() {
    return exact() ? count + (zero ? 1 : 0) : estimate();
  }

  /** The standard error of the estimate as a share of the count; 0 when exact. */
  public double standardError() {
    return exact() ? 0 : 1.04 / Math.sqrt(registers.length);
  }

  private boolean insert(long hash) {
    int mask = hashes.length - 1;
    int at = (int) (hash >>> 17) & mask;
    while (hashes[at] != 0) {
      if (hashes[at] == hash) {
        return false;
      }
      at = (at + 1) & mask;
    }
    hashes[at] = hash;
    return true;
  }

  private void grow() {
    long[] old = hashes;
    hashes = new long[2 * old.length];
    for (long hash : old) {
      if (hash != 0) {
        insert(hash);
      }
    }
  }

  private void estimateFromNowOn() {
    registers = new byte[1 << precision];
    Arrays.stream(hashes).filter(hash -> hash != 0).forEach(this::register);
    if (zero) {
      register(0);
    }
    hashes = null;
  }

  private void register(long hash) {
    int index = (int) (hash >>> (64 - precision));
    int rank = Long.numberOfLeadingZeros(hash << precision | 1L << (precision - 1)) + 1;
    if (rank > registers[index]) {
      registers[index] = (byte) rank;
    }
  }

  /** Algorithm 6 of the paper: it needs no correction for small, middling or large numbers. */
  private long estimate() {
    int m = registers.length;
    int q = Long.SIZE - precision;
    int[] counts = new int[q + 2];
    for (byte register : registers) {
      counts[register]++;
    }
    double z = m * tau(1 - counts[q + 1] / (double) m);
    for (int k = q; k >= 1; k--) {
      z = (z + counts[k]) / 2;
    }
    z += m * sigma(counts[0] / (double) m);
    return Math.round(m / (2 * Math.log(2)) * m / z);
  }

  private static double sigma(double share) {
    if (share == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double x = share;
    double y = 1;
    double z = share;
    double before;
    do {
      x *= x;
      before = z;
      z += x * y;
      y += y;
    } while (z != before);
    return z;
  }

  private static double tau(double share) {
    if (share == 0 || share == 1) {
      return 0;
    }
    double x = share;
    double y = 1;
    double z = 1 - share;
    double before;
    do {
      x = Math.sqrt(x);
      before = z;
      y /= 2;
      z -= (1 - x) * (1 - x) * y;
    } while (z != before);
    return z / 3;
  }
}
