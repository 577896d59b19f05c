package org.mlanalytics.runtime.run;

/**
 * An object in the store that a run wrote.
 *
 * @param key key in the store
 * @param rows lines
 * @param bytes size as stored
 * @param sha256 digest of the stored bytes, hexadecimal
 */
public record LandedObject(String key, long rows, long bytes, String sha256) {

  /** Folder of a run's objects that tell of its rows: they are not loaded. */
  public static final String ABOUT = "about";

  /** Whether the object tells of rows rather than holding rows that are loaded. */
  public boolean onlyTells() {
    return key.contains("/" + ABOUT + "/");
  }
}
