package org.mlanalytics.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.mlanalytics.core.Bson;

/** Fields are found whatever was asked before: of this document, of others, or further down. */
class BsonFieldsTest {

  private record Place(BsonDocument document, Value view) {}

  @Property(tries = 300)
  void theOrderOfQuestionsDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    BsonDocument root = document(random, 4);
    List<Place> places = new ArrayList<>(List.of(new Place(root, Bson.value(root))));
    for (int i = 0; i < 300; i++) {
      Place place = places.get(random.nextInt(places.size()));
      String name = "n" + random.nextInt(40);
      Value found = place.view().get(name);
      if (!place.document().containsKey(name)) {
        assertEquals(ValueType.MISSING, found.type());
      } else if (place.document().isDocument(name)) {
        places.add(new Place(place.document().getDocument(name), found));
      } else {
        assertEquals(place.document().getString(name).getValue(), found.text());
      }
    }
  }

  @Example
  void whatIsMalformedIsSoWheneverItIsReached() {
    byte[] bytes =
        Bson.encoded(new BsonDocument("a", new BsonInt32(1)).append("b", new BsonString("x")));
    int lengthOfB = bytes.length - 7;
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(lengthOfB, 100);
    Value document = BsonValue.document(bytes, 0, bytes.length);
    for (int i = 0; i < 3; i++) {
      assertEquals("1", document.get("a").text());
      for (String name : List.of("b", "c")) {
        RuleViolation violation = assertThrows(RuleViolation.class, () -> document.get(name));
        assertEquals("malformed:bson", violation.code());
      }
    }
  }

  private static BsonDocument document(Random random, int depth) {
    BsonDocument document = new BsonDocument();
    for (int i = random.nextInt(40); i > 0; i--) {
      String name = "n" + random.nextInt(40);
      if (depth > 0 && random.nextInt(4) == 0) {
        document.append(name, document(random, depth - 1));
      } else {
        document.append(name, new BsonString("text " + random.nextInt()));
      }
    }
    return document;
  }
}
