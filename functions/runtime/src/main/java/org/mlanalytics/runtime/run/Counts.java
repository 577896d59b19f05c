package org.mlanalytics.runtime.run;

/**
 * What a run did to documents and rows.
 *
 * @param read documents read
 * @param filtered documents that the query's rule leaves out
 * @param excluded documents put aside because they cannot be reported
 * @param malformed documents put aside because they break a rule
 * @param written rows landed
 * @param published rows that Druid shows
 */
public record Counts(
    long read, long filtered, long excluded, long malformed, long written, long published) {

  /** Nothing yet. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  /** These counts with the rows that Druid shows. */
  public Counts withPublished(long rows) {
    return new Counts(read, filtered, excluded, malformed, written, rows);
  }

  /** The sum of both. */
  public Counts plus(Counts other) {
    return new Counts(
        read + other.read,
        filtered + other.filtered,
        excluded + other.excluded,
        malformed + other.malformed,
        written + other.written,
        published + other.published);
  }
}
