package org.mlanalytics.core.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.dataset.Column;
import org.mlanalytics.core.dataset.ColumnRole;
import org.mlanalytics.core.dataset.ColumnType;
import org.mlanalytics.core.source.RuleViolation;

class ScalarTest {

  private static final Column A =
      new Column("a", ColumnType.SCALAR, ColumnRole.PUBLISHED, "A scalar.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'word' | \"word\"",
        "'6' | \"6\"",
        "6 | 6",
        "{$numberLong: '-7'} | -7",
        "{$numberDouble: '6.0'} | 6.0",
        "{$numberDouble: '1E300'} | 1.0E300",
        "{$numberDecimal: '6.00'} | 6.00",
        "{$numberDouble: 'NaN'} | \"NaN\"",
        "{$numberDouble: '-Infinity'} | \"-Infinity\"",
        "{$oid: '64d0000000000000000000ff'} | \"64d0000000000000000000ff\"",
        "{$date: {$numberLong: '0'}} | \"1970-01-01T00:00:00.000Z\"",
      })
  void numbersStayNumbersWhereJsonHasThem(String stored, String written) {
    RowWriter row =
        new RowWriter().put(A, Scalar.of(Bson.value("{a: %s}".formatted(stored)).get("a")));
    String json = new String(row.toBytes(), StandardCharsets.UTF_8);
    assertEquals("{\"a\":" + written + "}", json);
    CollectedRows.parse(json);
  }

  @Test
  void whatIsMissingIsNullOrEmpty() {
    assertNull(Scalar.of(Bson.value("{}").get("a")));
    assertEquals(Scalar.EMPTY, Scalar.orEmpty(Bson.value("{a: null}").get("a")));
    assertEquals("{}", new String(new RowWriter().put(A, (Scalar) null).toBytes()));
    for (String other : List.of("true", "[]", "{}")) {
      assertThrows(
          RuleViolation.class, () -> Scalar.of(Bson.value("{a: %s}".formatted(other)).get("a")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "-0, true",
    "0.000, true",
    "0e9, true",
    "0E+1, true",
    "-0.0e7, true",
    "10, false",
    "0.01, false",
    "-5, false",
    "1e0, false"
  })
  void zeroIsEmptyHoweverItIsWritten(String digits, boolean empty) {
    assertEquals(empty, new Scalar(digits, true).isEmpty());
    assertEquals(false, Scalar.text(digits).isEmpty());
  }

  @Test
  void anEmptyTextIsEmpty() {
    assertEquals(true, Scalar.EMPTY.isEmpty());
    assertEquals(true, Scalar.ZERO.isEmpty());
  }

  @Test
  void aKeyThatIsNoColumnIsEscaped() {
    RowWriter row =
        new RowWriter().extra("k\"", "v\n").extra("none", null).put(A, Scalar.number(5));
    assertEquals(
        "{\"k\\\"\":\"v\\u000a\",\"a\":5}", new String(row.toBytes(), StandardCharsets.UTF_8));
    assertEquals(
        2,
        CollectedRows.parse(new String(row.put(A, "x").toBytes()).replaceFirst(",\"a\":5", ""))
            .size());
  }
}
