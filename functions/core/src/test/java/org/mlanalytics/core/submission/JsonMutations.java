package org.mlanalytics.core.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random damage to a message: values removed, doubled or replaced by others of any type. */
final class JsonMutations {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Random random;

  JsonMutations(Random random) {
    this.random = random;
  }

  void apply(JsonNode message) {
    for (int i = random.nextInt(6); i >= 0; i--) {
      List<JsonNode> containers = new ArrayList<>();
      collect(message, containers);
      JsonNode container = containers.get(random.nextInt(containers.size()));
      if (container instanceof ObjectNode fields && !fields.isEmpty()) {
        change(fields);
      } else if (container instanceof ArrayNode elements && !elements.isEmpty()) {
        change(elements);
      }
    }
  }

  private void change(ObjectNode fields) {
    List<String> names = new ArrayList<>();
    fields.fieldNames().forEachRemaining(names::add);
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(4)) {
      case 0 -> fields.remove(name);
      case 1 -> fields.set(anyText(), fields.get(name).deepCopy());
      default -> fields.set(name, anyValue());
    }
  }

  private void change(ArrayNode elements) {
    int index = random.nextInt(elements.size());
    switch (random.nextInt(3)) {
      case 0 -> elements.remove(index);
      case 1 -> elements.add(elements.get(index).deepCopy());
      default -> elements.set(index, anyValue());
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private JsonNode anyValue() {
    return switch (random.nextInt(10)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.textNode(anyText());
      case 2 -> NODES.textNode("");
      case 3 -> NODES.numberNode(random.nextInt(3));
      case 4 -> NODES.numberNode(random.nextDouble());
      case 5 -> NODES.booleanNode(random.nextBoolean());
      case 6 -> NODES.arrayNode();
      case 7 -> NODES.arrayNode().add(anyText());
      case 8 -> NODES.objectNode();
      default -> NODES.objectNode().put("type", anyText());
    };
  }

  private String anyText() {
    return switch (random.nextInt(6)) {
      case 0 -> "matrix";
      case 1 -> "section";
      case 2 -> "school";
      case 3 -> "user";
      case 4 -> "R1";
      default -> new String(Character.toChars(random.nextInt(0x10000))) + "\"\\%:\r\n\u0001";
    };
  }
}
