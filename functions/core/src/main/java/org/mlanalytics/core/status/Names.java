package org.mlanalytics.core.status;

import java.util.Map;

/**
 * The names of programs or solutions, by id.
 *
 * @param byId a name may be null; an id that is no key is unknown
 */
public record Names(Map<String, String> byId) {

  /** Whether there is such a program or solution. */
  public boolean know(String id) {
    return id != null && byId.containsKey(id);
  }

  /** The name, null if it is unknown. */
  public String of(String id) {
    return id == null ? null : byId.get(id);
  }
}
