package org.mlanalytics.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.core.Bson;

class JsonValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEXT | \"word\" | word",
        "TEXT | \"\" | ``",
        "TEXT | \"\\u00e9\\n\\ud83d\\ude00\" | `\u00e9\n\ud83d\ude00`",
        "INTEGER | 6 | 6",
        "INTEGER | -0 | -0",
        "INTEGER | 123456789012345678901234567890 | 123456789012345678901234567890",
        "NUMBER | 6.0 | 6.0",
        "NUMBER | 1E400 | 1E400",
        "NULL | null | ",
      })
  void textIsTheStoredForm(ValueType type, String json, String text) {
    Value value = field(json);
    assertEquals(type, value.type());
    assertEquals(text, value.text());
  }

  @Test
  void aNumberMayHaveAnyLength() {
    String digits = "1".repeat(5_000);
    assertEquals(digits, field(digits).text());
    assertEquals("0." + digits, field("0." + digits).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"BOOLEAN | true", "LIST | []", "DOCUMENT | {}"})
  void otherTypesAreNoText(ValueType type, String json) {
    Value value = field(json);
    assertEquals(type, value.type());
    assertEquals("wrong-type:value", violation(value::text).code());
  }

  @Test
  void flagsAreBooleansOnly() {
    assertTrue(field("true").flag());
    assertFalse(field("false").flag());
    assertNull(field("null").flag());
    assertEquals("wrong-type:value", violation(field("\"true\"")::flag).code());
  }

  @Test
  void instantsAreTextWithAZone() {
    assertEquals(OptionalLong.of(1), field("\"1970-01-01T00:00:00.001Z\"").instant());
    assertEquals("timestamp:value", violation(field("\"2023-07-10\"")::instant).code());
    assertEquals("wrong-type:value", violation(field("1")::instant).code());
  }

  @Test
  void missingAndNullAreTheSame() {
    Value document = json("{\"null\": null}");
    for (Value absent : List.of(document.get("null"), document.get("missing"))) {
      assertTrue(absent.isAbsent());
      assertNull(absent.text());
      assertFalse(absent.elements().iterator().hasNext());
      assertFalse(absent.fields().iterator().hasNext());
      assertEquals(ValueType.MISSING, absent.get("a").get("b").type());
    }
    assertEquals(ValueType.NULL, document.get("null").type());
    assertEquals(ValueType.MISSING, document.get("missing").type());
  }

  @Test
  void theFirstOfTwoFieldsOfOneNameCounts() {
    Value document = json("{\"a\": 1, \"a\": 2, \"b\": null, \"b\": 3}");
    assertEquals("1", document.get("a").text());
    assertNull(document.get("b").text());
    assertEquals(List.of("a=1", "b=null"), names(document));
  }

  @Test
  void fieldsComeInOrderAndArePlacedLikeElements() {
    Value value = field("{\"z\": {\"a\": [1]}, \"\": 2, \"b\": {}}");
    List<String> seen = new ArrayList<>();
    for (Value.Field entry : value.fields()) {
      seen.add(entry.name() + " " + entry.value().location() + " " + entry.value().path());
    }
    assertEquals(List.of("z value[0] value[]", " value[1] value[]", "b value[2] value[]"), seen);
    Value nested = value.fields().iterator().next().value().get("a").elements().iterator().next();
    assertEquals("value[].a[]", nested.path());
    assertEquals("value[0].a[0]", nested.location());
  }

  @Test
  void bsonHasFieldsToo() {
    assertEquals(
        List.of("b=1", "\u00e9=x", "a=null"), names(Bson.value("{b: 1, '\u00e9': 'x', a: null}")));
    Value value = Bson.value("{a: {x: {y: 1}}}").get("a").fields().iterator().next().value();
    assertEquals("a[].y", value.get("y").path());
    assertEquals("wrong-type:b", violation(() -> Bson.value("{b: []}").get("b").fields()).code());
    assertFalse(Bson.value("{}").get("a").get("b").fields().iterator().hasNext());
  }

  @Test
  void onlyDocumentsHaveFieldsAndOnlyListsHaveElements() {
    for (String json : List.of("1", "\"a\"", "true", "[]")) {
      assertEquals("wrong-type:value", violation(() -> field(json).get("a")).code());
      assertEquals("wrong-type:value", violation(() -> field(json).fields()).code());
    }
    assertEquals("wrong-type:value", violation(() -> field("{}").elements()).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "secret",
        "{",
        "{\"secret\": }",
        "{\"a\": 1",
        "{\"a\": 1} {}",
        "{\"a\": 1}, ",
        "{\"a\": NaN}",
        "{\"a\": 01}",
        "{\"a\": .5}",
        "{\"a\": 1,}",
        "{'a': 1}",
        "{a: 1}",
        "{\"a\": \"\u0001\"}",
        "{\"a\": \"\\x\"}",
        "\ufeff{}",
        "[{}]",
        "null",
        "1",
        "\"secret\"",
      })
  void whatIsNoDocumentIsRefusedWithoutAValueOfIt(String text) {
    RuleViolation violation = violation(() -> json(text));
    assertEquals("not-json", violation.code());
    assertFalse(violation.detail().contains("secret"), violation.detail());
  }

  @Test
  void invalidUtf8IsRefused() {
    for (byte[] bytes :
        List.of(
            new byte[] {'{', '}', (byte) 0xC3},
            "{\"a\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
            new byte[] {'{', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '}'})) {
      assertEquals("not-utf8", violation(() -> JsonValue.document(bytes)).code());
    }
    assertEquals(
        "not-json",
        violation(() -> JsonValue.document("{}".getBytes(StandardCharsets.UTF_16LE))).code());
  }

  @Test
  void depthIsLimited() {
    int most = JsonReader.MAX_DEPTH - 1;
    json("{\"a\":" + "[".repeat(most) + "]".repeat(most) + "}");
    for (int depth : new int[] {JsonReader.MAX_DEPTH, 1_000_000}) {
      String lists = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
      assertEquals("not-json", violation(() -> json(lists)).code());
      String documents = "{\"a\":".repeat(depth + 1) + "1" + "}".repeat(depth + 1);
      assertEquals("not-json", violation(() -> json(documents)).code());
    }
  }

  @Test
  void onlyTheRangeIsRead() {
    byte[] around = "xx{\"a\": 1}xx".getBytes(StandardCharsets.UTF_8);
    Value document = JsonValue.document(around, 2, around.length - 4);
    Arrays.fill(around, (byte) 0);
    assertEquals("1", document.get("a").text());
    assertThrows(
        IndexOutOfBoundsException.class, () -> JsonValue.document(around, 2, around.length));
  }

  @Property
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Property
  void damagedBytesAreReadOrRefused(@ForAll int place, @ForAll byte damage) {
    byte[] bytes =
        "{\"a\": [1, -2.5e3, \"t\\u00e9\u00e9\", true, null], \"b\": {\"c\": {}}}"
            .getBytes(StandardCharsets.UTF_8);
    bytes[Math.floorMod(place, bytes.length)] = damage;
    readOrRefuse(bytes);
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      JsonValue.document(bytes).get("a").type();
    } catch (RuleViolation refused) {
      assertTrue(List.of("not-json", "not-utf8").contains(refused.code()), refused.code());
    }
  }

  private static List<String> names(Value document) {
    List<String> names = new ArrayList<>();
    document.fields().forEach(field -> names.add(field.name() + "=" + field.value().text()));
    return names;
  }

  private static Value field(String json) {
    return json("{\"before\": [{\"a\": 1}], \"value\": " + json + ", \"after\": 1}").get("value");
  }

  private static Value json(String text) {
    return JsonValue.document(text.getBytes(StandardCharsets.UTF_8));
  }

  private static RuleViolation violation(Executable read) {
    return assertThrows(RuleViolation.class, read);
  }
}
