package org.mlanalytics.core.time;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.OptionalLong;

/** Instants as the datasets write them: UTC, milliseconds, {@code yyyy-MM-ddTHH:mm:ss.SSSZ}. */
public final class Instants {

  private static final long MILLIS_PER_DAY = 86_400_000L;

  /** 2101-01-01T00:00:00.000Z. */
  private static final long END_OF_RANGE = 4_133_980_800_000L;

  /** 0000-01-01T00:00:00.000Z and 10000-01-01T00:00:00.000Z: years of four digits. */
  private static final long YEAR_0 = -62_167_219_200_000L;

  private static final long YEAR_10000 = 253_402_300_800_000L;

  // Resolved strictly, because otherwise 24:00 is the beginning of the same day. A lenient +HH is
  // the
  // one pattern that takes +05:30, +0530 and +05.
  private static final DateTimeFormatter ISO_WITH_ZONE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .parseLenient()
          .appendOffset("+HH", "Z")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private Instants() {}

  /** Whether 1970-01-01 ≤ t &lt; 2101-01-01, t in milliseconds since 1970. */
  public static boolean inRange(long epochMillis) {
    return epochMillis >= 0 && epochMillis < END_OF_RANGE;
  }

  /**
   * The milliseconds since 1970 of an ISO 8601 instant with {@code Z} or an offset, finer fractions
   * cut off; empty for any other text.
   */
  public static OptionalLong parse(String text) {
    try {
      return OptionalLong.of(ISO_WITH_ZONE.parse(text, Instant::from).toEpochMilli());
    } catch (DateTimeException | ArithmeticException notAnInstant) {
      return OptionalLong.empty();
    }
  }

  /**
   * Formats milliseconds since 1970. Years outside 0000 to 9999 come with a sign and as many digits
   * as they need, like {@link Instant#toString}.
   */
  public static String format(long epochMillis) {
    if (epochMillis < YEAR_0 || epochMillis >= YEAR_10000) {
      return Instant.ofEpochMilli(epochMillis).toString();
    }
    byte[] out = new byte[24];
    date(out, Math.floorDiv(epochMillis, MILLIS_PER_DAY));
    time(out, (int) Math.floorMod(epochMillis, MILLIS_PER_DAY));
    return new String(out, StandardCharsets.ISO_8859_1);
  }

  // Days to year, month and day over years that begin in March, so that the leap day comes last
  // (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static void date(byte[] out, long epochDay) {
    int day = (int) (epochDay + 719_468);
    int era = Math.floorDiv(day, 146_097);
    int dayOfEra = day - era * 146_097;
    int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int marchMonth = (5 * dayOfYear + 2) / 153;
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    digits(out, 0, 4, year);
    out[4] = '-';
    digits(out, 5, 2, month);
    out[7] = '-';
    digits(out, 8, 2, dayOfYear - (153 * marchMonth + 2) / 5 + 1);
    out[10] = 'T';
  }

  private static void time(byte[] out, int millisOfDay) {
    digits(out, 11, 2, millisOfDay / 3_600_000);
    out[13] = ':';
    digits(out, 14, 2, millisOfDay / 60_000 % 60);
    out[16] = ':';
    digits(out, 17, 2, millisOfDay / 1_000 % 60);
    out[19] = '.';
    digits(out, 20, 3, millisOfDay % 1_000);
    out[23] = 'Z';
  }

  private static void digits(byte[] out, int from, int count, int number) {
    for (int at = from + count - 1, rest = number; at >= from; at--, rest /= 10) {
      out[at] = (byte) ('0' + rest % 10);
    }
  }
}
