package org.mlanalytics.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.BsonBinary;
import org.bson.BsonDbPointer;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.mlanalytics.core.Bson;

/** Bytes that are no BSON: refused by a code, never by an exception of the array. */
class BsonDamageTest {

  private static final String[] FIELDS = {
    "text", "symbol", "int", "long", "double", "decimal", "boolean", "id", "date", "null",
    "undefined", "regex", "code", "scoped", "min", "max", "list", "document", "binary", "pointer",
    "timestamp", "none"
  };

  private static final byte[] SOUND =
      Bson.encoded(
          BsonDocument.parse(
                  """
                  {
                    "text": "a\u00e9", "symbol": {"$symbol": "s"}, "int": 1, "long": {"$numberLong": "2"},
                    "double": 1.5, "decimal": {"$numberDecimal": "1E+3"}, "boolean": true,
                    "id": {"$oid": "64d000000000000000000001"}, "date": {"$date": "2023-07-10T08:30:00Z"},
                    "null": null, "undefined": {"$undefined": true}, "regex": {"$regularExpression": {"pattern": "a", "options": "i"}},
                    "code": {"$code": "f"}, "scoped": {"$code": "f", "$scope": {"a": 1}},
                    "min": {"$minKey": 1}, "max": {"$maxKey": 1},
                    "list": [1, [2, {"a": "b"}]], "document": {"a": {"b": []}}
                  }
                  """)
              .append("binary", new BsonBinary(new byte[3]))
              .append("pointer", new BsonDbPointer("c", new ObjectId()))
              .append("timestamp", new BsonTimestamp(1)));

  @Test
  void theSoundDocumentIsReadToItsEnd() {
    assertEquals(32, read(SOUND));
  }

  @Test
  void everyTruncationIsMalformed() {
    for (int length = 0; length < SOUND.length; length++) {
      byte[] truncated = Arrays.copyOf(SOUND, length);
      assertMalformed(truncated);
      if (length >= 5) {
        // The same with a length and an end that fit, so that the elements are reached.
        ByteBuffer.wrap(truncated).order(ByteOrder.LITTLE_ENDIAN).putInt(0, length);
        truncated[length - 1] = 0;
        readOrRefuse(truncated);
      }
    }
  }

  @Test
  void bytesAfterTheDocumentAreMalformed() {
    assertMalformed(Arrays.copyOf(SOUND, SOUND.length + 1));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void damagedBytesAreReadOrRefused(
      @ForAll @IntRange(max = 4000) int first,
      @ForAll byte one,
      @ForAll int second,
      @ForAll byte two) {
    byte[] damaged = SOUND.clone();
    damaged[first % damaged.length] = one;
    damaged[Math.floorMod(second, damaged.length)] = two;
    readOrRefuse(damaged);
  }

  @Property
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Test
  void hugeLengthsAreMalformed() {
    for (int length : new int[] {-1, 4, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      for (int tag : new int[] {0x02, 0x03, 0x04, 0x05, 0x0C, 0x0D, 0x0E, 0x0F}) {
        ByteBuffer bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(12).put((byte) tag).put((byte) 'a').put((byte) 0).putInt(length);
        Value document = BsonValue.document(bytes.array(), 0, bytes.capacity());
        assertMalformed(() -> document.get("a"));
      }
    }
  }

  @Test
  void aValueMayNotReachIntoTheEndOfItsDocument() {
    byte[] bytes = {8, 0, 0, 0, BsonTag.BOOLEAN, 'a', 0, 0};
    assertMalformed(() -> BsonValue.document(bytes, 0, bytes.length).get("a"));
  }

  @Test
  void depthCostsNoStack() {
    int depth = 200_000;
    ByteBuffer bytes = ByteBuffer.allocate(8 * depth + 5).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < depth; i++) {
      bytes.putInt(bytes.capacity() - 8 * i).put((byte) 3).put((byte) 'a').put((byte) 0);
    }
    bytes.putInt(5);
    Value value = BsonValue.document(bytes.array(), 0, bytes.capacity());
    for (int i = 0; i < depth; i++) {
      value = value.get("a");
    }
    assertEquals(ValueType.MISSING, value.get("a").type());
    assertEquals(2 * depth - 1, value.path().length());
  }

  private static void assertMalformed(byte[] bytes) {
    assertMalformed(() -> read(bytes));
  }

  private static void assertMalformed(Executable read) {
    assertEquals("malformed:bson", assertThrows(RuleViolation.class, read).code());
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      read(bytes);
    } catch (RuleViolation refused) {
      assertEquals("malformed:bson", refused.code());
    }
  }

  /** Reads all that can be reached; the number of values. */
  private static int read(byte[] bytes) {
    Value document = BsonValue.document(bytes, 0, bytes.length);
    int count = 0;
    for (String field : FIELDS) {
      count += read(document.get(field));
    }
    return count;
  }

  private static int read(Value value) {
    int count = 1;
    switch (value.type()) {
      case DOCUMENT -> {
        count += read(value.get("a"));
        count += read(value.get("b"));
      }
      case LIST -> {
        for (Value element : value.elements()) {
          count += read(element);
        }
      }
      case BOOLEAN -> value.flag();
      case OTHER -> value.path();
      default -> value.text();
    }
    return count;
  }
}
