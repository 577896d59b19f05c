package org.mlanalytics.core.submission;

import java.util.Map;
import java.util.Set;

/**
 * The documents that the rules may ask for while they transform some submissions.
 *
 * @param ids by collection, in the form of {@link Lookups#find}
 */
public record LookupKeys(Map<LookupCollection, Set<String>> ids) {

  /** Nothing is asked for. */
  public static final LookupKeys NONE = new LookupKeys(Map.of());

  /** The ids of one collection, none if there are none. */
  public Set<String> of(LookupCollection collection) {
    return ids.getOrDefault(collection, Set.of());
  }
}
