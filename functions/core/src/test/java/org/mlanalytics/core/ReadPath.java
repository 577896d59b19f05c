package org.mlanalytics.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * A path of a source document that a rule reads.
 *
 * @param due what is read there, in the words of the list of paths
 */
public record ReadPath(String path, String due) {

  private static final String ELEMENT = "[]";

  /** The paths of a list, one in a line: {@code path,due}. */
  public static List<ReadPath> all(String list) {
    return Resources.lines(list).stream()
        .map(line -> line.split(","))
        .map(cells -> new ReadPath(cells[0], cells[1]))
        .toList();
  }

  /** Those of them that are read as one of these. */
  public static List<ReadPath> due(String list, String... due) {
    return all(list).stream().filter(path -> Arrays.asList(due).contains(path.due())).toList();
  }

  /** Replaces all values at this path; an empty result removes them. */
  public void replaceIn(BsonDocument source, UnaryOperator<Optional<BsonValue>> change) {
    replace(source, List.of(path.replace(ELEMENT, "." + ELEMENT).split("\\.")), change);
  }

  public void replaceIn(BsonDocument source, BsonValue value) {
    replaceIn(source, before -> Optional.of(value));
  }

  private static void replace(
      BsonValue in, List<String> steps, UnaryOperator<Optional<BsonValue>> change) {
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (in instanceof BsonArray list && step.equals(ELEMENT)) {
      for (int i = list.size() - 1; i >= 0; i--) {
        BsonValue element = list.get(i);
        if (!rest.isEmpty()) {
          replace(element, rest, change);
        } else {
          Optional<BsonValue> after = change.apply(Optional.of(element));
          list.remove(i);
          if (after.isPresent()) {
            list.add(i, after.get());
          }
        }
      }
    } else if (in instanceof BsonDocument map && step.equals(ELEMENT)) {
      for (String name : List.copyOf(map.keySet())) {
        replace(map, join(name, rest), change);
      }
    } else if (in instanceof BsonDocument document) {
      if (!rest.isEmpty()) {
        replace(document.get(step), rest, change);
      } else {
        Optional<BsonValue> after = change.apply(Optional.ofNullable(document.get(step)));
        document.remove(step);
        after.ifPresent(value -> document.put(step, value));
      }
    }
  }

  private static List<String> join(String first, List<String> rest) {
    List<String> steps = new ArrayList<>(rest);
    steps.add(0, first);
    return steps;
  }

  @Override
  public String toString() {
    return path + " (" + due + ")";
  }
}
