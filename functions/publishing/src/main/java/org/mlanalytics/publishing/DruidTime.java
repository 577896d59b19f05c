package org.mlanalytics.publishing;

/** Conditions of Druid SQL on an interval; none for {@link IngestionSpec#ETERNITY}. */
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

  /** The system tables hold instants as text, always with time and milliseconds. */
  private static String instant(String end) {
    return end.length() == "yyyy-MM-dd".length() ? end + "T00:00:00.000Z" : end;
  }
}
