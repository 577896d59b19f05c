package org.mlanalytics.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  private static final DateTimeFormatter REFERENCE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Property
  void yearsOfFourDigitsAreFormattedLikeTheLibraryDoes(
      @ForAll @LongRange(min = -62_167_219_200_000L, max = 253_402_300_799_999L) long millis) {
    String text = Instants.format(millis);
    assertEquals(REFERENCE.format(Instant.ofEpochMilli(millis)), text);
    assertEquals(OptionalLong.of(millis), Instants.parse(text));
  }

  @Property
  void anyInstantIsFormatted(@ForAll long millis) {
    assertEquals(Instant.ofEpochMilli(millis), Instant.parse(Instants.format(millis)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00.000Z",
    "-1, 1969-12-31T23:59:59.999Z",
    "951782400000, 2000-02-29T00:00:00.000Z",
    "4107542399999, 2100-02-28T23:59:59.999Z",
    "4107542400000, 2100-03-01T00:00:00.000Z",
    "253402300800000, +10000-01-01T00:00:00Z",
    "-62167219200001, -0001-12-31T23:59:59.999Z"
  })
  void knownInstants(long millis, String text) {
    assertEquals(text, Instants.format(millis));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-07-10T08:30:00.000Z", "2023-07-10T08:30:00Z", "2023-07-10T08:30Z",
        "2023-07-10T14:00:00.000+05:30", "2023-07-10T14:00+0530", "2023-07-10T10:30:00+02",
        "2023-07-10T08:30:00.000000999Z", "2023-07-10T08:30:00-00:00", "2023-07-10t08:30:00z"
      })
  void isoTextWithAZoneIsAnInstant(String text) {
    assertEquals(OptionalLong.of(1_688_977_800_000L), Instants.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2023-07-10",
        "2023-07-10T08:30:00",
        "2023-07-10 08:30:00Z",
        "2023-02-30T00:00:00Z",
        "2023-07-10T24:00:00Z",
        "2023-07-10T08:60:00Z",
        "2023-07-10T08:30:00Z ",
        "1688977800000",
        "2023-07-10T08:30:00+19:00",
        "2023-7-10T08:30:00Z",
        "10 July 2023",
        "null"
      })
  void anythingElseIsNone(String text) {
    assertEquals(OptionalLong.empty(), Instants.parse(text));
  }

  @Property
  void parsingNeverThrows(@ForAll String text) {
    Instants.parse(text);
  }
}
