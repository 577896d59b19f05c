package org.mlanalytics.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a specification that Druid has is not the one that is wanted. Druid adds its defaults to
 * what it was sent, so only what is wanted is compared; lists and the consumer's properties are
 * compared in whole.
 *
 * @param path names from the root, with slashes; elements of a list by their name where they have
 *     one
 * @param wanted the value that is wanted; null when there should be none
 * @param found the value that Druid has; null when there is none
 */
@RegisterForReflection
public record SpecDifference(String path, JsonNode wanted, JsonNode found) {

  private static final String CONSUMER = "/consumerProperties";
  private static final Set<String> SHOWN = Set.of("bootstrap.servers", "isolation.level");
  private static final JsonNode HIDDEN = TextNode.valueOf("***");

  /** All differences, none when Druid has what is wanted. */
  public static List<SpecDifference> between(JsonNode wanted, JsonNode found) {
    List<SpecDifference> differences = new ArrayList<>();
    compare("", wanted, found, differences);
    return differences;
  }

  private static void compare(
      String path, JsonNode wanted, JsonNode found, List<SpecDifference> differences) {
    if (wanted != null && found != null && wanted.isObject() && found.isObject()) {
      boolean whole = path.endsWith(CONSUMER);
      compareAll(path, members(wanted), members(found), whole, differences);
    } else if (wanted != null && found != null && wanted.isArray() && found.isArray()) {
      compareLists(path, elements(wanted), elements(found), differences);
    } else if (wanted == null || !wanted.equals(found)) {
      differences.add(difference(path, wanted, found));
    }
  }

  private static void compareAll(
      String path,
      Map<String, JsonNode> wanted,
      Map<String, JsonNode> found,
      boolean whole,
      List<SpecDifference> differences) {
    Set<String> names = new TreeSet<>(wanted.keySet());
    if (whole) {
      names.addAll(found.keySet());
    }
    for (String name : names) {
      compare(path + '/' + name, wanted.get(name), found.get(name), differences);
    }
  }

  private static void compareLists(
      String path,
      Map<String, JsonNode> wanted,
      Map<String, JsonNode> found,
      List<SpecDifference> differences) {
    int before = differences.size();
    compareAll(path, wanted, found, true, differences);
    List<String> order = List.copyOf(wanted.keySet());
    if (differences.size() == before && !order.equals(List.copyOf(found.keySet()))) {
      differences.add(
          new SpecDifference(path, TextNode.valueOf("this order"), TextNode.valueOf("another")));
    }
  }

  private static Map<String, JsonNode> members(JsonNode object) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      members.put(name, object.get(name));
    }
    return members;
  }

  private static Map<String, JsonNode> elements(JsonNode list) {
    Map<String, JsonNode> elements = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      elements.put(list.get(i).path("name").asText(String.valueOf(i)), list.get(i));
    }
    return elements;
  }

  /** Other properties of the consumer may be secrets. */
  private static SpecDifference difference(String path, JsonNode wanted, JsonNode found) {
    int consumer = path.indexOf(CONSUMER + '/');
    boolean secret =
        consumer >= 0 && !SHOWN.contains(path.substring(consumer + CONSUMER.length() + 1));
    return secret
        ? new SpecDifference(path, hidden(wanted), hidden(found))
        : new SpecDifference(path, wanted, found);
  }

  private static JsonNode hidden(JsonNode value) {
    return value == null ? null : HIDDEN;
  }
}
