package org.mlanalytics.local.streams;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

/** Maps of thousands of entries. */
final class Maps {

  private Maps() {}

  /** Fails with the first entry that differs, not with all of them. */
  static <V> void assertSame(Map<String, V> expected, Map<String, V> actual) {
    expected.forEach((key, value) -> assertEquals(value, actual.get(key), key));
    assertEquals(expected.keySet(), actual.keySet());
  }
}
