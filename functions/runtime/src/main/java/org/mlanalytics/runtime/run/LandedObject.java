package org.mlanalytics.runtime.run;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An object in the store that a run wrote.
 *
 * @param key key in the store
 * @param rows lines
 * @param bytes size as stored
 * @param sha256 digest of the stored bytes, hexadecimal
 * @param interval interval that its rows are to replace, ISO 8601; null when they do not say
 */
public record LandedObject(
    String key,
    long rows,
    long bytes,
    String sha256,
    @JsonInclude(JsonInclude.Include.NON_NULL) String interval) {

  /** Folder of a run's objects that tell of its rows: they are not loaded. */
  public static final String ABOUT = "about";

  /** An object whose rows do not say what they replace. */
  public LandedObject(String key, long rows, long bytes, String sha256) {
    this(key, rows, bytes, sha256, null);
  }

  /** The object with the interval that its rows are to replace. */
  public LandedObject replacing(String covered) {
    return new LandedObject(key, rows, bytes, sha256, covered);
  }

  /** Whether the object tells of rows rather than holding rows that are loaded. */
  public boolean onlyTells() {
    return key.contains("/" + ABOUT + "/");
  }
}
