package org.mlanalytics.core.submission;

import java.util.EnumMap;
import java.util.LinkedHashSet;
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

  /** What is asked for by any of these, so that a batch of messages is looked up at once. */
  public static LookupKeys union(Iterable<LookupKeys> keys) {
    Map<LookupCollection, Set<String>> all = new EnumMap<>(LookupCollection.class);
    for (LookupKeys some : keys) {
      some.ids.forEach(
          (collection, ids) ->
              all.computeIfAbsent(collection, none -> new LinkedHashSet<>()).addAll(ids));
    }
    return new LookupKeys(all);
  }

  /** The ids of one collection, none if there are none. */
  public Set<String> of(LookupCollection collection) {
    return ids.getOrDefault(collection, Set.of());
  }
}
