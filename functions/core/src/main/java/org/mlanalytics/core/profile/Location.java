package org.mlanalytics.core.profile;

import org.mlanalytics.core.source.Value;

/**
 * One place of a user's profile.
 *
 * @param id may be null, like the others
 */
public record Location(String id, String name, String code) {

  /** A location of which nothing is known. */
  public static final Location UNKNOWN = new Location(null, null, null);

  static Location of(Value entry) {
    return new Location(entry.get("id").text(), entry.get("name").text(), entry.get("code").text());
  }
}
