package org.mlanalytics.core.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonMaxKey;
import org.bson.BsonNull;
import org.bson.BsonObjectId;
import org.bson.BsonRegularExpression;
import org.bson.BsonString;
import org.bson.BsonUndefined;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/** Random damage to a document: values removed, doubled or replaced by others of any type. */
public final class Mutations {

  private final Random random;

  public Mutations(Random random) {
    this.random = random;
  }

  public void apply(BsonDocument document) {
    for (int i = random.nextInt(5); i >= 0; i--) {
      BsonValue container = anyContainer(document);
      if (container instanceof BsonDocument fields && !fields.isEmpty()) {
        change(fields);
      } else if (container instanceof BsonArray elements && !elements.isEmpty()) {
        change(elements);
      }
    }
  }

  private void change(BsonDocument fields) {
    String field = List.copyOf(fields.keySet()).get(random.nextInt(fields.size()));
    if (random.nextInt(3) == 0) {
      fields.remove(field);
    } else {
      fields.put(field, anyValue());
    }
  }

  private void change(BsonArray elements) {
    int index = random.nextInt(elements.size());
    switch (random.nextInt(3)) {
      case 0 -> elements.remove(index);
      case 1 -> elements.add(elements.get(index).isNull() ? anyValue() : elements.get(index));
      default -> elements.set(index, anyValue());
    }
  }

  private BsonValue anyContainer(BsonDocument document) {
    List<BsonValue> containers = new ArrayList<>();
    collect(document, containers);
    return containers.get(random.nextInt(containers.size()));
  }

  private static void collect(BsonValue value, List<BsonValue> containers) {
    if (value instanceof BsonDocument document) {
      containers.add(document);
      document.values().forEach(child -> collect(child, containers));
    } else if (value instanceof BsonArray array) {
      containers.add(array);
      array.forEach(child -> collect(child, containers));
    }
  }

  private BsonValue anyValue() {
    return switch (random.nextInt(12)) {
      case 0 -> BsonNull.VALUE;
      case 1 -> new BsonUndefined();
      case 2 -> new BsonString(anyText());
      case 3 -> new BsonInt64(random.nextLong());
      case 4 -> new BsonDouble(Double.longBitsToDouble(random.nextLong()));
      case 5 -> BsonBoolean.valueOf(random.nextBoolean());
      case 6 -> new BsonDateTime(random.nextLong());
      case 7 -> new BsonObjectId(new ObjectId());
      case 8 -> new BsonRegularExpression("a+", "i");
      case 9 -> new BsonMaxKey();
      case 10 -> new BsonArray(List.of(new BsonString(anyText())));
      default -> new BsonDocument("name", new BsonString(anyText()));
    };
  }

  private String anyText() {
    int[] codePoints = random.ints(random.nextInt(6), 0, 0xD800).toArray();
    return new String(codePoints, 0, codePoints.length)
        + "\"\\\r\n\u0001".charAt(random.nextInt(5));
  }
}
