package org.mlanalytics.runtime.run;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that sort by time: UUID version 7 (RFC 9562, section 5.7). */
public final class TimeOrderedId {

  private TimeOrderedId() {}

  /** A new id for an instant, in lower case with hyphens. */
  public static String next(Instant at) {
    // made on use: a seed must not be baked into a native image
    SecureRandom random = new SecureRandom();
    long high = (at.toEpochMilli() << 16) | 0x7000 | random.nextInt(1 << 12);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
