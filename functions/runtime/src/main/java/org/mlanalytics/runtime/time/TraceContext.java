package org.mlanalytics.runtime.time;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Trace contexts of the W3C recommendation "Trace Context", level 1. */
public final class TraceContext {

  private TraceContext() {}

  /** A new, sampled {@code traceparent}. */
  public static String next() {
    byte[] ids = new byte[24];
    ThreadLocalRandom.current().nextBytes(ids);
    HexFormat hex = HexFormat.of();
    return "00-" + hex.formatHex(ids, 0, 16) + "-" + hex.formatHex(ids, 16, 24) + "-01";
  }
}
