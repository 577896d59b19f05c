package org.mlanalytics.local.data;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bson.types.ObjectId;

/**
 * The random choices of one document: the same for the same seed and index, whatever was generated
 * before.
 */
final class Draw {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final Instant EPOCH = Instant.parse("2022-01-01T00:00:00Z");

  private final SplittableRandom random;

  Draw(long seed, long index) {
    random = new SplittableRandom(seed ^ (index + 1) * GOLDEN_GAMMA);
  }

  SplittableRandom random() {
    return random;
  }

  /** A number from the first to the last, both included. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** An instant in whole seconds, up to so many days after the start of 2022. */
  Date withinDays(int days) {
    return Date.from(
        EPOCH.plusSeconds(random.nextLong(days * ChronoUnit.DAYS.getDuration().toSeconds())));
  }

  /** An instant at most so many days after another one. */
  Date after(Date start, int days) {
    long seconds = random.nextLong(1, days * ChronoUnit.DAYS.getDuration().toSeconds());
    return Date.from(start.toInstant().plusSeconds(seconds));
  }

  /** A UUID in its usual form. */
  String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** An id that is unique for the kind and number. */
  static ObjectId id(int kind, int number) {
    return new ObjectId(
        String.format(Locale.ROOT, "%08x%08x%08x", EPOCH.getEpochSecond(), kind, number));
  }

  /** The number in decimal digits, filled up with zeros. */
  static String digits(int number, int width) {
    return String.format(Locale.ROOT, "%0" + width + "d", number);
  }
}
