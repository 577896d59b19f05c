package org.mlanalytics.runtime.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The time of the ledger's server, so that leases mean the same on instances whose clocks differ.
 * The offset to the local clock is measured on first use and again every minute.
 */
public final class LedgerClock {

  private static final Duration REMEASURE = Duration.ofMinutes(1);

  private final Clock local;
  private final Supplier<Instant> server;
  private final ZoneId zone;
  private volatile Offset offset;

  /**
   * @param local clock of this process
   * @param server asks the ledger's server for its time
   * @param zone zone of business dates
   */
  public LedgerClock(Clock local, Supplier<Instant> server, ZoneId zone) {
    this.local = local;
    this.server = server;
    this.zone = zone;
  }

  /** The server's time, to a few milliseconds. */
  public Instant now() {
    Offset current = offset;
    Instant here = local.instant();
    if (current == null || current.isOld(here)) {
      Instant there = server.get();
      here = local.instant();
      current = new Offset(here, Duration.between(here, there));
      offset = current;
    }
    return here.plus(current.difference);
  }

  /** The current business date. */
  public LocalDate businessDate() {
    return businessDate(now());
  }

  /** The business date of an instant. */
  public LocalDate businessDate(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  private record Offset(Instant measuredAt, Duration difference) {
    boolean isOld(Instant now) {
      Duration age = Duration.between(measuredAt, now);
      return age.isNegative() || age.compareTo(REMEASURE) > 0;
    }
  }
}
