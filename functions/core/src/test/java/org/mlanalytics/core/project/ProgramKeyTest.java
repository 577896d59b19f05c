package org.mlanalytics.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlanalytics.core.Bson;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RejectClass;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;

class ProgramKeyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{$oid: '64a000000000000000000001'} | 64a000000000000000000001",
        "'64a000000000000000000001' | 64a000000000000000000001",
        "'' | ``",
        "6 | 6",
        "{$numberDouble: '6.0'} | 6.0",
        "{$date: '2023-07-10T08:30:00Z'} | 2023-07-10T08:30:00.000Z",
      })
  void aProgramIdIsText(String json, String key) {
    assertEquals(Optional.of(key), ProgramKey.of(programId("{programId: " + json + "}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{programId: null}", "{programId: {$undefined: true}}"})
  void withoutAnIdThereIsNoProgram(String json) {
    assertEquals(Optional.empty(), ProgramKey.of(programId(json)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "[]", "{}", "{$minKey: 1}"})
  void otherTypesAreWrong(String json) {
    Value programId = programId("{programId: " + json + "}");
    RuleViolation violation = assertThrows(RuleViolation.class, () -> ProgramKey.of(programId));
    assertEquals("wrong-type:programId", violation.code());
    assertEquals(RejectClass.MALFORMED, Outcome.Rejected.malformed(violation).clazz());
  }

  private static Value programId(String json) {
    return Bson.value(json).get("programId");
  }

  @Test
  void noProgramIsExcluded() {
    assertEquals(RejectClass.EXCLUDED, ProgramKey.excluded().clazz());
    assertEquals("no-program", ProgramKey.excluded().code());
  }
}
