package org.mlanalytics.files.checking.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The fields of an object in a schema document; whoever asks for a wrong one is told where. */
final class Fields {

  private final String path;
  private final Map<String, Object> left;

  private Fields(String path, Map<?, ?> object) {
    this.path = path;
    this.left = new LinkedHashMap<>();
    object.forEach((name, value) -> left.put((String) name, value));
  }

  static Fields of(String path, Object value) {
    if (value instanceof Map<?, ?> object) {
      return new Fields(path, object);
    }
    throw new InvalidSchemaException(path, "an object is due");
  }

  String text(String name) {
    Object value = left.remove(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw fault(name, "a text or a number is due");
  }

  String requiredText(String name) {
    String value = text(name);
    if (value == null) {
      throw fault(name, "it is missing");
    }
    return value;
  }

  boolean flag(String name) {
    Object value = left.remove(name);
    if (value == null || value instanceof Boolean) {
      return Boolean.TRUE.equals(value);
    }
    throw fault(name, "true or false is due");
  }

  /** What a function makes of a text; null when there is none. */
  <T> T parsed(String name, Function<String, T> parser) {
    String value = text(name);
    try {
      return value == null ? null : parser.apply(value);
    } catch (RuntimeException e) {
      throw fault(name, e.getMessage());
    }
  }

  List<String> texts(String name) {
    return texts(name, list(name));
  }

  List<List<String>> lists(String name) {
    List<List<String>> lists = new ArrayList<>();
    for (Object item : list(name)) {
      if (!(item instanceof List<?> inner)) {
        throw fault(name, "a list of lists is due");
      }
      lists.add(texts(name, inner));
    }
    return lists;
  }

  List<?> list(String name) {
    Object value = left.remove(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw fault(name, "a list is due");
  }

  /** The fields of an object; null when there is none. */
  Fields object(String name) {
    Object value = left.remove(name);
    return value == null ? null : of(path(name), value);
  }

  /** All fields as texts. */
  Map<String, String> allTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : List.copyOf(left.keySet())) {
      texts.put(name, requiredText(name));
    }
    return texts;
  }

  List<String> names() {
    return List.copyOf(left.keySet());
  }

  /** Refuses what nobody has asked for. */
  void end() {
    if (!left.isEmpty()) {
      throw fault(left.keySet().iterator().next(), "unknown");
    }
  }

  InvalidSchemaException fault(String name, String problem) {
    return new InvalidSchemaException(path(name), problem);
  }

  private List<String> texts(String name, List<?> items) {
    List<String> texts = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof String text)) {
        throw fault(name, "a list of texts is due");
      }
      texts.add(text);
    }
    return texts;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
