package org.mlanalytics.publishing;

/**
 * Intervals in Druid, and conditions of its SQL on them; none for {@link IngestionSpec#ETERNITY}.
 */
final class DruidTime {

  private DruidTime() {}

  /** Keeps rows whose time lies in an interval: a {@code WHERE} clause. */
  static String rowsWithin(String interval) {
    return interval.equals(IngestionSpec.ETERNITY)
        ? ""
        : " WHERE TIME_IN_INTERVAL(__time, '" + interval + "')";
  }

  /** Keeps segments that lie within an interval: a condition to be added to others. */
  static String segmentsWithin(String interval) {
    if (interval.equals(IngestionSpec.ETERNITY)) {
      return "";
    }
    String[] ends = interval.split("/");
    return " AND \"start\" >= '" + instant(ends[0]) + "' AND \"end\" <= '" + instant(ends[1]) + "'";
  }

  /** Whether an interval has every instant of another. */
  static boolean encloses(String outer, String inner) {
    if (outer.equals(IngestionSpec.ETERNITY) || inner.equals(IngestionSpec.ETERNITY)) {
      return outer.equals(IngestionSpec.ETERNITY);
    }
    String[] a = outer.split("/");
    String[] b = inner.split("/");
    return instant(a[0]).compareTo(instant(b[0])) <= 0
        && instant(a[1]).compareTo(instant(b[1])) >= 0;
  }

  /** Whether two intervals have an instant in common. */
  static boolean overlap(String one, String other) {
    if (one.equals(IngestionSpec.ETERNITY) || other.equals(IngestionSpec.ETERNITY)) {
      return true;
    }
    String[] a = one.split("/");
    String[] b = other.split("/");
    return instant(a[0]).compareTo(instant(b[1])) < 0 && instant(b[0]).compareTo(instant(a[1])) < 0;
  }

  /** The system tables hold instants as text, always with time and milliseconds. */
  private static String instant(String end) {
    return end.length() == "yyyy-MM-dd".length() ? end + "T00:00:00.000Z" : end;
  }
}
