package org.mlanalytics.core.submission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.core.source.Value;

/** Which theme of a solution contains a criterion. */
final class ThemeTree {

  /** No theme at all. */
  static final ThemeTree EMPTY = new ThemeTree(Map.of());

  /**
   * Where a criterion hangs.
   *
   * @param domainName name of the theme at the top, may be null like the others
   * @param holderName name of the theme or sub-theme that names the criterion itself
   */
  record Place(String domainName, String domainExternalId, String holderName) {}

  private record Node(Value source, Value domain) {}

  private final Map<String, Place> places;

  private ThemeTree(Map<String, Place> places) {
    this.places = places;
  }

  /**
   * Reads {@code themes} with all their {@code children}. A criterion in several of them belongs to
   * the first in document order, where a theme's own criteria come before its children's.
   */
  static ThemeTree of(Value themes) {
    Map<String, Place> places = new HashMap<>();
    Deque<Node> open = new ArrayDeque<>();
    for (Value domain : themes.elements()) {
      open.push(new Node(domain, domain));
      while (!open.isEmpty()) {
        Node node = open.pop();
        addCriteria(node, places);
        List<Value> children = new ArrayList<>();
        node.source().get("children").elements().forEach(children::add);
        Collections.reverse(children);
        children.forEach(child -> open.push(new Node(child, node.domain())));
      }
    }
    return new ThemeTree(places);
  }

  private static void addCriteria(Node node, Map<String, Place> places) {
    for (Value criterion : node.source().get("criteria").elements()) {
      String id = criterion.get("criteriaId").text();
      if (id != null) {
        Value domain = node.domain();
        places.putIfAbsent(
            id,
            new Place(
                domain.get("name").text(),
                domain.get("externalId").text(),
                node.source().get("name").text()));
      }
    }
  }

  /** The place of a criterion, empty if no theme contains it. */
  Optional<Place> place(String criteriaId) {
    return criteriaId == null ? Optional.empty() : Optional.ofNullable(places.get(criteriaId));
  }
}
