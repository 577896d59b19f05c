package org.mlanalytics.files.checking.row;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Instants as text, the same way everywhere. */
public final class Instants {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final int NANOS_PER_MILLI = 1_000_000;

  /** 10000-01-01T00:00:00Z. */
  private static final long YEAR_10000 = 253_402_300_800L;

  private Instants() {}

  /** In UTC with milliseconds, and with more digits only where there are more. */
  public static String text(Instant instant) {
    boolean usual =
        instant.getNano() % NANOS_PER_MILLI == 0
            && instant.getEpochSecond() >= 0
            && instant.getEpochSecond() < YEAR_10000;
    // a formatter would be almost half of what the JSON of a row costs
    return usual
        ? org.mlanalytics.core.time.Instants.format(instant.toEpochMilli())
        : FORMAT.format(instant);
  }
}
