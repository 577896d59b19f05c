package org.mlanalytics.files.ingestfile.tenant;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tenants whose requests this process takes or works on. Rules for any other would hold for
 * nobody, and the tenant that was meant would have the rules of all.
 */
public final class KnownTenants {

  private final Set<String> names = new TreeSet<>();

  /**
   * @param tokens tenants that have a token
   * @param queue the tenant of the topics and lists
   * @param others tenants whose requests other processes take
   */
  public KnownTenants(Collection<String> tokens, String queue, Collection<String> others) {
    names.addAll(tokens);
    names.add(queue);
    names.addAll(others);
  }

  /**
   * Refuses rules of tenants that are not known.
   *
   * @param key of the rules, in front of the tenants' names
   * @throws IllegalArgumentException with the key, the names that are known, and what to do
   */
  public void require(String key, Collection<String> named) {
    for (String name : new TreeSet<>(named)) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            key
                + "."
                + name
                + ": no such tenant; mla.files.tokens, mla.files.queue.tenant and"
                + " mla.files.other-tenants name "
                + names
                + ": correct the name, or add it there");
      }
    }
  }
}
