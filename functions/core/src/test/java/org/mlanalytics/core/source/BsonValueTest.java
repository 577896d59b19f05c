package org.mlanalytics.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.bson.BsonDbPointer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlanalytics.core.Bson;

class BsonValueTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "TEXT | 'word' | word",
        "TEXT | '' | ``",
        "TEXT | {$symbol: 'symbol'} | symbol",
        "INTEGER | 6 | 6",
        "INTEGER | {$numberLong: '-9007199254740993'} | -9007199254740993",
        "NUMBER | {$numberDouble: '6.0'} | 6.0",
        "NUMBER | {$numberDouble: '0.1'} | 0.1",
        "NUMBER | {$numberDouble: '-0.0'} | -0.0",
        "NUMBER | {$numberDouble: 'NaN'} | NaN",
        "NUMBER | {$numberDouble: '-Infinity'} | -Infinity",
        "NUMBER | {$numberDecimal: '6.00'} | 6.00",
        "NUMBER | {$numberDecimal: 'Infinity'} | Infinity",
        "ID | {$oid: '64d0000000000000000000ff'} | 64d0000000000000000000ff",
        "INSTANT | {$date: '2023-07-10T08:30:00.001Z'} | 2023-07-10T08:30:00.001Z",
        "INSTANT | {$date: {$numberLong: '-1'}} | 1969-12-31T23:59:59.999Z",
        "NULL | null | ",
        "NULL | {$undefined: true} | ",
      })
  void textIsTheStoredForm(ValueType type, String json, String text) {
    Value value = field(json);
    assertEquals(type, value.type());
    assertEquals(text, value.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "BOOLEAN | true",
        "LIST | []",
        "DOCUMENT | {a: 1}",
        "OTHER | {$binary: {base64: 'AAECAw==', subType: '00'}}",
        "OTHER | {$binary: {base64: 'AAECAw==', subType: '02'}}",
        "OTHER | {$regularExpression: {pattern: 'a+', options: 'im'}}",
        "OTHER | {$code: 'f()'}",
        "OTHER | {$code: 'f()', $scope: {a: 1}}",
        "OTHER | {$timestamp: {t: 1, i: 2}}",
        "OTHER | {$minKey: 1}",
        "OTHER | {$maxKey: 1}",
      })
  void otherTypesAreNoText(ValueType type, String json) {
    Value value = field(json);
    assertEquals(type, value.type());
    assertEquals("wrong-type:value", violation(value::text).code());
  }

  @Test
  void aDatabasePointerIsSkipped() {
    BsonDocument document =
        new BsonDocument("pointer", new BsonDbPointer("db.c", new ObjectId()))
            .append("value", new BsonString("after"));
    assertEquals(ValueType.OTHER, Bson.value(document).get("pointer").type());
    assertEquals("after", Bson.value(document).get("value").text());
  }

  @Test
  void flagsAreBooleansOnly() {
    assertTrue(field("true").flag());
    assertFalse(field("false").flag());
    assertNull(field("null").flag());
    for (String other : List.of("0", "'false'", "[]", "{}", "{$date: 0}")) {
      assertEquals("wrong-type:value", violation(field(other)::flag).code());
    }
  }

  @Test
  void instantsAreDatesOrTextWithAZone() {
    assertEquals(OptionalLong.of(1), field("{$date: {$numberLong: '1'}}").instant());
    assertEquals(OptionalLong.of(-1), field("'1969-12-31T23:59:59.999Z'").instant());
    assertEquals(OptionalLong.empty(), field("null").instant());
    assertEquals("timestamp:value", violation(field("'2023-07-10'")::instant).code());
    for (String other : List.of("0", "{$timestamp: {t: 1, i: 2}}", "true", "{$oid: '%s'}")) {
      Value value = field(other.formatted("0".repeat(24)));
      assertEquals("wrong-type:value", violation(value::instant).code());
    }
  }

  @Test
  void missingAndNullAreTheSame() {
    Value document = Bson.value("{null: null}");
    for (Value absent : List.of(document.get("null"), document.get("missing"))) {
      assertTrue(absent.isAbsent());
      assertNull(absent.text());
      assertNull(absent.flag());
      assertTrue(absent.instant().isEmpty());
      assertFalse(absent.elements().iterator().hasNext());
      assertEquals(ValueType.MISSING, absent.get("a").get("b").type());
      assertEquals("missing:" + absent.path(), violation(absent::mandatoryText).code());
      assertEquals("missing:" + absent.path(), violation(absent::timestamp).code());
    }
  }

  @Test
  void onlyDocumentsHaveFieldsAndOnlyListsHaveElements() {
    for (String json : List.of("1", "'a'", "true", "[]", "{$minKey: 1}")) {
      assertEquals("wrong-type:value", violation(() -> field(json).get("a")).code());
    }
    for (String json : List.of("1", "'a'", "true", "{}", "{$minKey: 1}")) {
      assertEquals("wrong-type:value", violation(() -> field(json).elements()).code());
    }
  }

  @Test
  void elementsComeInOrderWithTheirPlaces() {
    List<String> seen = new ArrayList<>();
    for (Value outer : field("[[1, null], [], ['b']]").elements()) {
      for (Value inner : outer.elements()) {
        seen.add(inner.location() + "=" + inner.text() + " " + inner.path());
      }
    }
    assertEquals(
        List.of("value[0][0]=1 value[][]", "value[0][1]=null value[][]", "value[2][0]=b value[][]"),
        seen);
  }

  @Test
  void aPathHasNoIndexesAndALocationHas() {
    Value tasks = Bson.value("{tasks: [{}, {children: [{name: 1}]}]}").get("tasks");
    Iterator<Value> elements = tasks.elements().iterator();
    elements.next();
    Value child = elements.next().get("children").elements().iterator().next();
    assertEquals("tasks[].children[].name", child.get("name").path());
    assertEquals("tasks[1].children[0].name", child.get("name").location());
    assertEquals("tasks[].children[].none", child.get("none").path());
    assertThrows(NoSuchElementException.class, elements::next);
  }

  @Test
  void theFirstOfTwoFieldsOfOneNameCounts() {
    byte[] twice = Bson.encoded(BsonDocument.parse("{a: 1, b: 2}"));
    twice[twice.length - 7] = 'a';
    Value document = BsonValue.document(twice, 0, twice.length);
    assertEquals("1", document.get("a").text());
    List<String> fields = new ArrayList<>();
    document.fields().forEach(field -> fields.add(field.name() + "=" + field.value().text()));
    assertEquals(List.of("a=1"), fields);
  }

  @Test
  void namesAreComparedWhole() {
    Value document = Bson.value("{ab: 1, a: 2, '\u00e9': 3, 'a\u00e9': 4}");
    assertEquals("2", document.get("a").text());
    assertEquals("1", document.get("ab").text());
    assertEquals("3", document.get("\u00e9").text());
    assertEquals("4", document.get("a\u00e9").text());
    assertEquals(ValueType.MISSING, document.get("abc").type());
    assertEquals(ValueType.MISSING, document.get("").type());
  }

  @Test
  void aViolationHasNoStackTraceAndNoValue() {
    RuleViolation violation = violation(field("{secret: 'secret'}")::text);
    assertEquals(0, violation.getStackTrace().length);
    assertSame(violation, violation.fillInStackTrace());
    assertEquals("wrong-type:value: DOCUMENT where text is due at value", violation.getMessage());
    assertEquals("value", violation.path());
  }

  private static Value field(String json) {
    return Bson.value("{before: [{a: 1}], value: " + json + ", after: 1}").get("value");
  }

  private static RuleViolation violation(Executable read) {
    return assertThrows(RuleViolation.class, read);
  }
}
