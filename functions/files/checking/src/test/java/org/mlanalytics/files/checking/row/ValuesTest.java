package org.mlanalytics.files.checking.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.mlanalytics.files.checking.reason.ReasonCode;

/** Every parser and comparison beside what the JDK makes of the same value. */
class ValuesTest {

  @Property
  void integers(@ForAll long number) {
    if (number != Long.MIN_VALUE) {
      assertEquals(number, value(ColumnType.INTEGER, Long.toString(number)));
    }
  }

  @Property
  void decimals(@ForAll @Scale(20) BigDecimal number) {
    assertEquals(
        0, number.compareTo((BigDecimal) value(ColumnType.DECIMAL, number.toPlainString())));
    assertEquals(0, number.compareTo((BigDecimal) value(ColumnType.DECIMAL, number.toString())));
  }

  @Property
  void decimalsCompareAsTheyAre(
      @ForAll long first,
      @ForAll @IntRange(max = 20) int firstScale,
      @ForAll long second,
      @ForAll @IntRange(max = 20) int secondScale) {
    assertCompared(BigDecimal.valueOf(first, firstScale), BigDecimal.valueOf(second, secondScale));
  }

  @Property
  void decimalsThatAreCloseCompareToo(
      @ForAll @LongRange(min = -999_999_999_999_999_99L, max = 999_999_999_999_999_99L) long digits,
      @ForAll @IntRange(max = 17) int scale) {
    BigDecimal one = BigDecimal.valueOf(digits, scale);
    assertCompared(one, one.add(BigDecimal.valueOf(1, 18)));
    assertCompared(one, one);
  }

  @Property
  void equalDecimalsHaveEqualHashes(@ForAll @Scale(15) BigDecimal number) {
    Row one = row(ColumnType.DECIMAL, number.toPlainString());
    Row other = row(ColumnType.DECIMAL, number.setScale(number.scale() + 5).toPlainString());
    assertEquals(one.hash(0, 7), other.hash(0, 7));
    assertNotEquals(
        one.hash(0, 7),
        row(ColumnType.DECIMAL, number.add(BigDecimal.ONE).toPlainString()).hash(0, 7));
  }

  @Property
  void dates(@ForAll @LongRange(min = -719_528, max = 2_932_896) long epochDay) {
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    assertEquals(day, value(ColumnType.DATE, day.toString()));
  }

  @Property
  void daysThatAreNone(
      @ForAll @IntRange(min = 1900, max = 2100) int year,
      @ForAll @IntRange(max = 13) int month,
      @ForAll @IntRange(max = 32) int day) {
    boolean exists =
        month >= 1
            && month <= 12
            && day >= 1
            && day <= LocalDate.of(year, month, 1).lengthOfMonth();
    ReasonCode wrong = parse(ColumnType.DATE, "%04d-%02d-%02d".formatted(year, month, day));
    assertEquals(exists ? null : ReasonCode.WRONG_TYPE, wrong);
  }

  @Property
  void instants(
      @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Instant instant = Instant.ofEpochSecond(second, nanos);
    assertEquals(instant, value(ColumnType.INSTANT, instant.toString()));
    assertEquals(instant, Instant.parse(Instants.text(instant)));
  }

  @Property
  void instantsOfWholeMilliseconds(
      @ForAll @LongRange(min = -62_167_219_200_000L, max = 253_402_300_799_999L) long millis) {
    assertEquals(
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC)
            .format(Instant.ofEpochMilli(millis)),
        Instants.text(Instant.ofEpochMilli(millis)));
  }

  @Property
  void localTimes(@ForAll @LongRange(min = 0, max = 4_102_444_800L) long second) {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    LocalDateTime local = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
    Row row = new Row(List.of("v"), List.of(ColumnType.INSTANT));
    char[] text = local.toString().replace('T', ' ').toCharArray();
    ReasonCode wrong =
        ValueParser.of(ColumnType.INSTANT, null, zone).parse(text, 0, text.length, row, 0);
    if (zone.getRules().getValidOffsets(local).isEmpty()) {
      assertEquals(ReasonCode.NO_SUCH_TIME, wrong);
    } else {
      assertNull(wrong);
      assertEquals(local.atZone(zone).toInstant(), row.instant(0));
    }
  }

  private static void assertCompared(BigDecimal one, BigDecimal other) {
    Row first = row(ColumnType.DECIMAL, one.toPlainString());
    Row second = row(ColumnType.DECIMAL, other.toPlainString());
    assertEquals(one.compareTo(other), first.compare(0, second, 0), one + " and " + other);
    assertEquals(other.compareTo(one), second.compare(0, first, 0), other + " and " + one);
  }

  private static Object value(ColumnType type, String text) {
    return row(type, text).value(0);
  }

  private static Row row(ColumnType type, String text) {
    Row row = new Row(List.of("v"), List.of(type));
    row.begin(1, text.toCharArray());
    assertNull(ValueParser.of(type, null, null).parse(row.chars(), 0, text.length(), row, 0), text);
    return row;
  }

  private static ReasonCode parse(ColumnType type, String text) {
    Row row = new Row(List.of("v"), List.of(type));
    return ValueParser.of(type, null, null).parse(text.toCharArray(), 0, text.length(), row, 0);
  }
}
