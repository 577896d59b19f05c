package org.mlanalytics.files.ingestfile.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.core.dataset.Granularity;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "mongo:alarms, mongo.alarms, MONGO,",
    "kafka:a-b_c, kafka.a-b_c, KAFKA,",
    "druid:readings, druid.readings, DRUID,",
    "druid:readings@hour, druid.readings.hour, DRUID, HOUR",
    "druid:hour@year, druid.hour.year, DRUID, YEAR"
  })
  void isWrittenInRequestsAndInTheLedger(
      String label, String dataset, Target.Kind kind, Granularity span) {
    Target target = Target.parse(label);

    assertEquals(kind, target.kind());
    assertEquals(span, target.span());
    assertEquals(label, target.label());
    assertEquals(dataset, target.dataset());
    assertEquals(target, Target.ofDataset(dataset));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mongo:a@hour",
        "kafka:a@day",
        "druid:a@week",
        "druid:a@",
        "druid:a@Hour",
        "a@day"
      })
  void onlyDatasourcesAreReplacedBySpans(String text) {
    assertNull(Target.parse(text));
  }

  @Test
  void aDatasetThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Target.ofDataset("druid.a.b.day"));
  }
}
