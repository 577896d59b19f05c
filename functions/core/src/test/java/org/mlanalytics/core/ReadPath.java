package org.mlanalytics.core;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * A path of a document that a rule reads.
 *
 * @param due what is read there, in the words of the file
 */
public record ReadPath(String path, String due) {

  private static final String ELEMENT = "[]";

  public static List<ReadPath> all(String file) {
    return Resources.lines(file).stream()
        .map(line -> line.split(","))
        .map(cells -> new ReadPath(cells[0], cells[1]))
        .toList();
  }

  public static List<ReadPath> due(String file, String... due) {
    return all(file).stream().filter(path -> Arrays.asList(due).contains(path.due())).toList();
  }

  /** Replaces all values at this path; an empty result removes them. */
  public void replaceIn(BsonDocument project, UnaryOperator<Optional<BsonValue>> change) {
    replace(project, List.of(path.replace(ELEMENT, "." + ELEMENT).split("\\.")), change);
  }

  public void replaceIn(BsonDocument project, BsonValue value) {
    replaceIn(project, before -> Optional.of(value));
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

  @Override
  public String toString() {
    return path + " (" + due + ")";
  }
}
