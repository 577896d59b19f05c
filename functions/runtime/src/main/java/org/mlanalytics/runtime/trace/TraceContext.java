package org.mlanalytics.runtime.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trace context of the W3C recommendation "Trace Context", level 1.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param flags 2 hexadecimal digits
 */
public record TraceContext(String traceId, String spanId, String flags) {

  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");

  /** A new, sampled context. */
  public static TraceContext next() {
    byte[] ids = new byte[24];
    ThreadLocalRandom.current().nextBytes(ids);
    HexFormat hex = HexFormat.of();
    return new TraceContext(hex.formatHex(ids, 0, 16), hex.formatHex(ids, 16, 24), "01");
  }

  /**
   * The context of a {@code traceparent}.
   *
   * @return null when there is none, or when it breaks the recommendation
   */
  public static TraceContext of(String traceparent) {
    Matcher parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return parts.matches()
        ? new TraceContext(parts.group(1), parts.group(2), parts.group(3))
        : null;
  }

  /** The context as a {@code traceparent}. */
  public String traceparent() {
    return "00-" + traceId + '-' + spanId + '-' + flags;
  }
}
