package org.mlanalytics.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bson.types.Decimal128;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Decimal128Test {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.00",
        "-0E+3",
        "1",
        "1.0",
        "1E+3",
        "123.456",
        "1E-7",
        "0.000001",
        "1E-6176",
        "9.999999999999999999999999999999999E+6144",
        "-1.5E-10",
        "NaN",
        "Infinity",
        "-Infinity"
      })
  void numbersAreWrittenAsTheSpecificationWritesThem(String text) {
    assertEquals(text, ours(Decimal128.parse(text)));
  }

  @Property
  void anyBitsAreWrittenAsTheDriverWritesThem(@ForAll long high, @ForAll long low) {
    assertSame(high, low);
  }

  @Property
  void smallNumbersAreWrittenAsTheDriverWritesThem(
      @ForAll boolean negative,
      @ForAll @IntRange(min = 6100, max = 6250) int exponent,
      @ForAll long low) {
    assertSame((negative ? Long.MIN_VALUE : 0) | (long) exponent << 49, low);
  }

  private static void assertSame(long high, long low) {
    Decimal128 driver = Decimal128.fromIEEE754BIDEncoding(high, low);
    assertEquals(driver.toString(), ours(driver));
  }

  private static String ours(Decimal128 decimal) {
    return org.mlanalytics.core.source.Decimal128.toString(decimal.getHigh(), decimal.getLow());
  }
}
